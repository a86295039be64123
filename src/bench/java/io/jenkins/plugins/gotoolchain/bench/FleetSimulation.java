package io.jenkins.plugins.gotoolchain.bench;

import com.sun.net.httpserver.HttpServer;
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
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Thousands of agents that want three versions of Go from one controller: the real cache and relay, with answers that were
 * bytes on the way as over Remoting; time, bandwidths, arrivals and failures are made up from a seed. Connections break,
 * the cache's disk is damaged, the whole cache is deleted, and the controller is restarted in the middle. At the end each
 * agent holds what it received against the digest of the release.
 */
public final class FleetSimulation {

    private static final int SIZE = 4 << 20;
    private static final int PART = 256 * 1024;
    private static final String[] VERSIONS = {"1.24.1", "1.23.9", "1.25.0"};

    private final Random random;
    private final Path folder;
    private final HttpServer upstream;
    private final AtomicInteger archivesServed = new AtomicInteger();
    private final byte[][] archives = new byte[VERSIONS.length][];
    private final String[] digests = new String[VERSIONS.length];
    private final ProvisionSettings settings;
    private final PriorityQueue<Agent> queue = new PriorityQueue<>(Comparator.comparingDouble((Agent one) -> one.due));
    private ArchiveRelay relay;
    private double now;
    private int resumes;
    private int waits;
    private long wireBytes;
    private long mostHeap;

    private FleetSimulation(Path folder, long seed) throws Exception {
        this.folder = folder;
        this.random = new Random(seed);
        StringBuilder index = new StringBuilder("[");
        for (int i = 0; i < VERSIONS.length; i++) {
            archives[i] = new byte[SIZE + i * 100_001];
            random.nextBytes(archives[i]);
            digests[i] = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(archives[i]));
            index.append(i == 0 ? "" : ",").append("{\"version\":\"go").append(VERSIONS[i])
                    .append("\",\"stable\":true,\"files\":[{\"filename\":\"").append(file(i))
                    .append("\",\"os\":\"linux\",\"arch\":\"amd64\",\"version\":\"go").append(VERSIONS[i]).append("\",\"sha256\":\"")
                    .append(digests[i]).append("\",\"size\":").append(archives[i].length).append(",\"kind\":\"archive\"}]}");
        }
        byte[] document = index.append("]").toString().getBytes(StandardCharsets.US_ASCII);
        upstream = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 50);
        upstream.createContext("/", exchange -> {
            byte[] body = document;
            for (int i = 0; i < VERSIONS.length; i++) {
                if (exchange.getRequestURI().getPath().endsWith(file(i))) {
                    body = archives[i];
                    archivesServed.incrementAndGet();
                }
            }
            exchange.sendResponseHeaders(200, body.length);
            try (exchange) {
                exchange.getResponseBody().write(body);
            }
        });
        upstream.start();
        settings = new ProvisionSettings("", List.of(SourceSpec.site(site(), true)), Network.direct(Profile.INTRANET),
                Profile.INTRANET, TrustPolicy.anyEvidence(), "", "", "");
        restart();
    }

    private static String file(int version) {
        return "go" + VERSIONS[version] + ".linux-amd64.tar.gz";
    }

    private String site() {
        return "http://127.0.0.1:" + upstream.getAddress().getPort() + "/dl/";
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
                    : Map.of("Range", "bytes=" + offset + "-", "If-Range", "\"" + digests[version] + "\"");
            RelayedAnswer answer = wired(pass(version).ask(site() + file(version), headers));
            switch (answer.kind()) {
                case LATER -> {
                    waits++;
                    due = now + answer.waitMillis() / 1000.0 + latency;
                    Thread.sleep(1); // the fetch itself takes real time
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
                if (!HexFormat.of().formatHex(digest.digest()).equals(digests[version])) {
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
            if (!restarted && left < agents - agents / 20) {
                restarted = true;
                restart();
            }
            if (!damaged && left < agents - agents / 10) {
                damaged = true;
                damage();
            }
            if (!deleted && left < halfway) {
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

    private void report(List<Agent> all, double real) {
        double[] took = all.stream().mapToDouble(one -> one.done - one.arrived).sorted().toArray();
        System.gc();
        mostHeap = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        System.out.printf("%d agents, %d versions of %.1f MiB, every one with the right bytes%n", all.size(), VERSIONS.length, SIZE / 1048576.0);
        System.out.printf("upstream served an archive %d times: 3 at first, again what was damaged, again what was deleted%n", archivesServed.get());
        System.out.printf("over the wire %.1f GiB; %d broken connections gone on with; %d times told to ask again%n", wireBytes / 1073741824.0, resumes, waits);
        System.out.printf("an agent waited, in simulated seconds: median %.1f, 95 %% %.1f, longest %.1f%n",
                took[took.length / 2], took[took.length * 95 / 100], took[took.length - 1]);
        System.out.printf("of this machine it took %.1f s (%.0f MiB/s read, proven, serialized and read again); heap in use at the end %.0f MiB%n",
                real, wireBytes / 1048576.0 / real, mostHeap / 1048576.0);
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
        simulation.upstream.stop(0);
    }
}
