package io.jenkins.plugins.gotoolchain.bench;

import io.jenkins.plugins.gotoolchain.archivecache.ArchiveCache;
import io.jenkins.plugins.gotoolchain.archivecache.ArchiveRelay;
import io.jenkins.plugins.gotoolchain.archivecache.RelayPass;
import io.jenkins.plugins.gotoolchain.provision.ProvisionRequest;
import io.jenkins.plugins.gotoolchain.provision.ProvisionSettings;
import io.jenkins.plugins.gotoolchain.source.SourceSpec;
import io.jenkins.plugins.gotoolchain.transfer.Network;
import io.jenkins.plugins.gotoolchain.transfer.Profile;
import io.jenkins.plugins.gotoolchain.transfer.RelayedAnswer;
import io.jenkins.plugins.gotoolchain.trust.TrustPolicy;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import io.jenkins.plugins.gotoolchain.version.Resolution;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Thousands of agents that want three versions of Go from one controller: the real cache and relay, with answers that were
 * bytes on the way as over Remoting; time, bandwidths, arrivals and failures are made up from a seed, and what is said of them
 * at the end is the same for the same seed, bit by bit. Connections break, the cache's disk is damaged, the whole cache is
 * deleted, and the controller is restarted in the middle. At the end each agent holds what it received against the digest of
 * the release.
 */
public final class FleetSimulation {

    private static final int PART = 256 * 1024;
    private static final String[] VERSIONS = FleetSite.VERSIONS;

    /** Of the controller's own way to the site. */
    private static final double FETCH_BYTES_PER_SECOND = 5e6;

    private final Random random;
    private final Path folder;
    private final FleetSite site;
    private final ProvisionSettings settings;
    private final PriorityQueue<Agent> queue = new PriorityQueue<>(Comparator.comparingDouble((Agent one) -> one.due));

    /** When what is being fetched of each version is there; below zero where nothing is. */
    private final double[] fetched = new double[VERSIONS.length];

    private ArchiveRelay relay;
    private double now;
    private int resumes;
    private int waits;
    private long wireBytes;

    private FleetSimulation(Path folder, long seed) throws Exception {
        this.folder = folder;
        this.random = new Random(seed);
        Arrays.fill(fetched, -1);
        site = new FleetSite(random);
        settings = new ProvisionSettings("", List.of(SourceSpec.site(site.address(), true)), Network.direct(Profile.LARGE_FILE),
                Profile.LARGE_FILE, TrustPolicy.anyEvidence(), "", "", "");
        restart();
    }

    private void restart() {
        if (relay != null) {
            relay.close();
        }
        relay = new ArchiveRelay(new ArchiveCache(folder, 1L << 30), 4);
    }

    private RelayPass pass(int version) throws IOException {
        GoVersion wanted = GoVersion.parse(VERSIONS[version]);
        return new RelayPass(relay, settings, wanted,
                platform -> new ProvisionRequest(new Resolution(VERSIONS[version], wanted, "named in full"), platform, null),
                () -> "", new RelayPass.Told() {}, true);
    }

    /** One agent: what it has so far, and when it does something next, in seconds. */
    private final class Agent {
        final int version = random.nextInt(10) < 7 ? 0 : 1 + random.nextInt(VERSIONS.length - 1);
        final double arrived;
        final double bytesPerSecond = Math.exp(Math.log(1e6) + random.nextDouble() * Math.log(100));
        final double latency = 0.0005 + random.nextDouble() * random.nextDouble() * 0.1;
        final MessageDigest digest;
        double due;
        double done = -1;
        long offset;
        String body;
        long size;

        Agent(double arrived) throws Exception {
            this.arrived = arrived;
            this.due = arrived;
            this.digest = MessageDigest.getInstance("SHA-256");
        }

        void act() throws Exception {
            if (body == null) {
                ask();
            } else {
                read();
            }
        }

        private void ask() throws Exception {
            Map<String, String> headers = offset == 0 ? Map.of()
                    : Map.of("Range", "bytes=" + offset + "-", "If-Range", "\"" + site.digest(version) + "\"");
            RelayedAnswer answer = wired(asked(headers));
            switch (answer.kind()) {
                case LATER -> {
                    waits++;
                    if (fetched[version] < 0) {
                        fetched[version] = now + FleetSite.SIZE / FETCH_BYTES_PER_SECOND;
                    }
                    // how long the relay wants it to wait depends on this machine; the shortest that it may say does not
                    due = now + 0.3 + latency;
                }
                case ANSWERED -> {
                    if (answer.from() != offset) {
                        throw new IllegalStateException("another part than the one asked for");
                    }
                    body = answer.body();
                    size = answer.size();
                    due = now + 2 * latency;
                }
                default -> throw new IllegalStateException(answer.kind() + ": " + answer.failure());
            }
        }

        /** The relay waits for no download; what it asks of the site first is there in some real milliseconds. */
        private RelayedAnswer asked(Map<String, String> headers) throws Exception {
            boolean let = fetched[version] >= 0 && fetched[version] <= now;
            if (let) {
                site.letGo(version);
                fetched[version] = -1;
            }
            RelayedAnswer answer = pass(version).ask(site.address() + FleetSite.file(version), headers);
            while (let && answer.kind() == RelayedAnswer.Kind.LATER) {
                Thread.sleep(1);
                answer = pass(version).ask(site.address() + FleetSite.file(version), headers);
            }
            if (let) {
                site.hold(version);
            }
            return answer;
        }

        private void read() throws Exception {
            if (random.nextInt(200) == 0) {
                broken(1 + random.nextInt(20));
                return;
            }
            byte[] part;
            try {
                part = relayRead();
            } catch (IOException e) {
                broken(0.1);
                return;
            }
            digest.update(part);
            offset += part.length;
            due = now + latency + part.length / bytesPerSecond;
            if (offset == size) {
                done = due;
                if (!HexFormat.of().formatHex(digest.digest()).equals(site.digest(version))) {
                    throw new IllegalStateException("an agent received other bytes than the release has");
                }
            }
        }

        private byte[] relayRead() throws Exception {
            return (byte[]) wired(pass(version).read(body, offset, (int) Math.min(PART, size - offset)));
        }

        private void broken(double seconds) {
            resumes++;
            body = null;
            due = now + seconds;
        }
    }

    /** As over a connection between two processes. */
    @SuppressWarnings("unchecked")
    private <T> T wired(T value) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(PART + 1024);
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        }
        wireBytes += bytes.size();
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (T) in.readObject();
        }
    }

    private void run(int agents) throws Exception {
        List<Agent> all = new ArrayList<>();
        for (int i = 0; i < agents; i++) {
            // half of them at the same moment, as after a deployment; the rest over ten minutes
            all.add(new Agent(i < agents / 2 ? 0 : random.nextDouble() * 600));
        }
        queue.addAll(all);
        int left = agents;
        int halfway = agents / 2;
        boolean restarted = false;
        boolean damaged = false;
        boolean deleted = false;
        long real = System.nanoTime();
        while (!queue.isEmpty()) {
            Agent next = queue.poll();
            now = Math.max(now, next.due);
            next.act();
            if (next.done < 0) {
                queue.add(next);
            } else {
                left--;
            }
            boolean quiet = Arrays.stream(fetched).allMatch(one -> one < 0);
            if (!restarted && quiet && left < agents - agents / 20) {
                restarted = true;
                restart();
            }
            if (!damaged && left < agents - agents / 10) {
                damaged = true;
                damage();
            }
            if (!deleted && quiet && left < halfway) {
                deleted = true;
                delete();
            }
        }
        report(all, (System.nanoTime() - real) / 1e9);
    }

    /** A bit of every archive that is there. */
    private void damage() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("sha256"))) {
            for (Path file : files.filter(Files::isRegularFile).filter(one -> !one.toString().endsWith(".digests")).toList()) {
                byte[] bytes = Files.readAllBytes(file);
                bytes[bytes.length / 2] ^= 4;
                Files.write(file, bytes);
            }
        }
    }

    private void delete() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(java.io.File::delete);
        }
    }

    private void report(List<Agent> all, double real) throws NoSuchAlgorithmException {
        MessageDigest times = MessageDigest.getInstance("SHA-256");
        all.forEach(one -> times.update(Double.toString(one.done).getBytes(StandardCharsets.US_ASCII)));
        double[] took = all.stream().mapToDouble(one -> one.done - one.arrived).sorted().toArray();
        System.gc();
        long heap = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        System.out.printf("%d agents, %d versions of %.1f MiB, every one with the right bytes%n", all.size(), VERSIONS.length, FleetSite.SIZE / 1048576.0);
        System.out.printf("upstream served an archive %d times: 3 at first, again what was damaged, again what was deleted%n", site.served());
        System.out.printf("over the wire %.1f GiB; %d broken connections gone on with; %d times told to ask again%n", wireBytes / 1073741824.0, resumes, waits);
        System.out.printf("an agent waited, in simulated seconds: median %.1f, 95 %% %.1f, longest %.1f%n",
                took[took.length / 2], took[took.length * 95 / 100], took[took.length - 1]);
        System.out.printf("digest of when each agent was ready, for this seed: %s%n", HexFormat.of().formatHex(times.digest(), 0, 8));
        System.out.printf("of this machine it took %.1f s (%.0f MiB/s read, proven, serialized and read again); heap in use at the end %.0f MiB%n",
                real, wireBytes / 1048576.0 / real, heap / 1048576.0);
    }

    /** @param arguments a folder to work in; how many agents; the seed */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]).resolve("fleet");
        int agents = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 2000;
        long seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : 1;
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(java.io.File::delete);
            }
        }
        FleetSimulation simulation = new FleetSimulation(folder, seed);
        System.out.println("simulation of a fleet, seed " + seed + ", " + Arrays.toString(VERSIONS));
        simulation.run(agents);
        simulation.relay.close();
        simulation.site.close();
    }
}
