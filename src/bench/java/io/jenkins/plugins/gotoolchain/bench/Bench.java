package io.jenkins.plugins.gotoolchain.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** {@code Bench FOLDER LAUNCHER UPSTREAM CLASSES [--runs N] [SCENARIO…]}; see {@code ./build bench}. */
public final class Bench {

    private static final long MIB = 1024 * 1024;

    private final Yard yard;
    private final String classPath;
    private final int runs;

    private Bench(Yard yard, String classPath, int runs) {
        this.yard = yard;
        this.classPath = classPath;
        this.runs = runs;
    }

    private interface Scenario {
        void run() throws Exception;
    }

    public static void main(String[] args) throws Exception {
        List<String> wanted = new ArrayList<>(List.of(args).subList(4, args.length));
        int runs = 5;
        int option = wanted.indexOf("--runs");
        if (option >= 0) {
            runs = Integer.parseInt(wanted.get(option + 1));
            wanted.subList(option, option + 2).clear();
        }
        int code = 0;
        try (Yard yard = new Yard(Path.of(args[0]).toAbsolutePath(), args[1], args[2])) {
            Bench bench = new Bench(yard, args[3], runs);
            Map<String, Scenario> scenarios = new LinkedHashMap<>();
            scenarios.put("zip", bench::zip);
            scenarios.put("tar", bench::tar);
            scenarios.put("resume", bench::resume);
            scenarios.put("installed", bench::installed);
            scenarios.put("audit", bench::audit);
            scenarios.put("twenty", bench::twenty);
            if (!scenarios.keySet().containsAll(wanted)) {
                System.err.println("bench: the scenarios are " + scenarios.keySet());
                System.exit(2);
            }
            bench.prepare();
            for (Map.Entry<String, Scenario> scenario : scenarios.entrySet()) {
                if (wanted.isEmpty() || wanted.contains(scenario.getKey())) {
                    scenario.getValue().run();
                    System.out.println();
                }
            }
        } catch (IOException e) {
            System.err.println("bench: " + e.getMessage());
            code = 1;
        }
        System.exit(code);
    }

    /** Lets the mirror fetch what it has not got yet, and keeps one installed toolchain. */
    private void prepare() throws Exception {
        System.err.println("bench: filling the mirror on loopback, in " + yard.folder);
        yard.installZip("kept").time();
        yard.timeInto("modules", yard.goCommand("modules"));
        yard.makeSite("kept");
        System.out.printf(Locale.ROOT, "Go %s, whole processes, %d runs of each side in turn, medians; JVM heap at most 64 MiB.%n%n",
                Yard.VERSION, runs);
    }

    private void zip() throws Exception {
        Path zip = yard.archive("proxy");
        String ours = "go-toolchain install";
        String theirs = "the go command's own download";
        String floor = "only inflating and writing those files";
        Duel duel = new Duel("Cold install from a module proxy, proven by the checksum database")
                .side(ours, () -> yard.timeInto("store", yard.installZip("store")))
                .side(theirs, () -> yard.timeInto("modules", yard.goCommand("modules")))
                .side(floor, () -> yard.timeInto("floor", floor(zip, yard.path("floor").toString())))
                .side("only inflating them", () -> floor(zip, "-").time())
                .side("only fetching the zip (curl)", () -> yard.timeInto("fetched.zip", curl(zip, "fetched.zip")))
                .side("only starting (go-toolchain --version)", () -> yard.ours("kept", "--version").time())
                .run(runs);
        duel.ratio(ours, theirs, 0.6);
        duel.ratio(ours, floor, 0);
    }

    private void tar() throws Exception {
        Path archive = yard.archive("dl");
        String ours = "go-toolchain install";
        String theirs = "curl, sha256sum -c, tar -xzf";
        Command fetch = curl(archive, "fetched.tar.gz");
        Command check = Command.of(yard.path("check.log"), "sha256sum", "-c", "sums").in(yard.folder);
        Command unpack = Command.of(yard.path("unpack.log"), "tar", "-xzf", "fetched.tar.gz", "-C", "unpacked").in(yard.folder);
        Duel duel = new Duel("Cold install from a download site (.tar.gz, made of the same files)")
                .side(ours, () -> yard.timeInto("store", yard.installTar("store")))
                .side(theirs, () -> {
                    Files.createDirectories(yard.path("unpacked"));
                    yard.rest();
                    long took = fetch.time() + check.time() + unpack.time();
                    Yard.remove(yard.path("unpacked"));
                    Yard.remove(yard.path("fetched.tar.gz"));
                    return took;
                })
                .run(runs);
        duel.ratio(ours, theirs, 0.9);
    }

    private void resume() throws Exception {
        long size = Files.size(yard.archive("proxy"));
        System.out.println("Killed (kill -9) when 90 % had arrived, then run again");
        Yard.remove(yard.path("store"));
        yard.mirror.takeArchiveBytes();
        yard.mirror.stallAt(size / 10 * 9);
        Process first = yard.installZip("store").start();
        yard.mirror.awaitStall();
        Thread.sleep(1000); // lets it take out of the socket what was sent
        first.destroyForcibly().waitFor();
        yard.mirror.goOn();
        long before = yard.mirror.takeArchiveBytes();
        yard.installZip("store").time();
        long again = yard.mirror.takeArchiveBytes() + before - size;
        Yard.remove(yard.path("store"));
        System.out.printf(Locale.ROOT, "  of %d bytes %d crossed before, %d crossed twice%s%n", size, before, again,
                again <= MIB ? ", at most 1 MiB: held" : ", at most 1 MiB: MISSED");
    }

    private void installed() throws Exception {
        String with = "go-toolchain exec " + Yard.VERSION + " -- true";
        Duel duel = new Duel("Installed already")
                .side(with, () -> yard.ours("kept", "exec", Yard.VERSION, "--", "true").time())
                .side("true", () -> Command.of(yard.path("true.log"), "true").time())
                .side("the engine's own check, first in a new JVM", this::check)
                .run(Math.max(runs, 9));
        double added = (duel.median(with) - duel.median("true")) / 1e9;
        System.out.printf(Locale.ROOT, "  exec adds %.3f s%s%n", added, Duel.verdict(added, 0.4));
        double check = duel.median("the engine's own check, first in a new JVM") / 1e9;
        System.out.printf(Locale.ROOT, "  the check takes %.3f s%s%n", check, Duel.verdict(check, 0.03));
    }

    /** Every byte of one toolchain, on two cores on both sides; all of it is in the page cache by then. */
    private void audit() throws Exception {
        String ours = "go-toolchain verify";
        String theirs = "find, xargs -P 2 sha256sum";
        Command sums = Command.of(yard.path("sha256sum.log"), "sh", "-c",
                "find " + yard.path("kept") + "/go" + Yard.VERSION + ".* -type f -print0 | xargs -0 -P 2 -n 200 sha256sum");
        Duel duel = new Duel("Reading every byte of an installed toolchain again")
                .side(ours, () -> yard.ours("kept", "verify", Yard.VERSION).time())
                .side(theirs, sums::time)
                .run(Math.max(runs, 9));
        duel.ratio(ours, theirs, 1.2);
    }

    private void twenty() throws Exception {
        long size = Files.size(yard.archive("proxy"));
        System.out.println("Twenty processes that want the same version on one empty store");
        Yard.remove(yard.path("store"));
        yard.mirror.takeArchiveBytes();
        long begin = System.nanoTime();
        List<Process> all = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Command each = yard.installZip("store");
            all.add(new Command(yard.path("twenty-" + i + ".log"), each.folder(), each.environment(), each.words()).start());
        }
        int failed = 0;
        for (Process each : all) {
            failed += each.waitFor() == 0 ? 0 : 1;
        }
        long took = System.nanoTime() - begin;
        long requests = yard.mirror.archiveRequests();
        long bytes = yard.mirror.takeArchiveBytes();
        Yard.remove(yard.path("store"));
        System.out.printf(Locale.ROOT, "  %s s for all; %d failed; %d download(s), %d of %d bytes: %s%n",
                Duel.seconds(took), failed, requests, bytes, size,
                failed == 0 && requests == 1 && bytes == size ? "held" : "MISSED");
    }

    private long check() throws Exception {
        Command command = java("Check", yard.path("kept").toString(), Yard.VERSION);
        command.time();
        return Long.parseLong(Files.readString(command.log()).strip());
    }

    private Command floor(Path zip, String folder) {
        return java("Floor", zip.toString(), folder);
    }

    private Command java(String main, String... args) {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m", "-XX:+UseSerialGC", "-cp", classPath, Bench.class.getPackageName() + "." + main));
        words.addAll(List.of(args));
        return Command.of(yard.path("java.log"), words.toArray(String[]::new));
    }

    private Command curl(Path archive, String to) {
        String url = yard.mirror.url("/" + yard.folder.relativize(archive));
        return Command.of(yard.path("curl.log"), "curl", "-fsS", "-o", yard.path(to).toString(), url);
    }
}
