package io.jenkins.plugins.gotoolchain.bench;

import io.jenkins.plugins.gotoolchain.diagnose.LogWatch;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * {@code LogBench FOLDER [RUNS]}; see {@code ./build bench log}. What reading along adds to a log of 100 MB: a process
 * writes it, and what it writes is copied to a file, as a build's log is; once so, once with the watch of goStrict in
 * between. One log is that of {@code go build -x} and {@code go test -v} of modules that have "go" in every other line, the
 * other one that of builds that say little of Go. In Jenkins a log costs far more than being copied.
 */
public final class LogBench {

    private static final int SIZE = 100 * 1000 * 1000;
    private static final double MOST = 1.05;

    private final Path folder;

    private LogBench(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]).toAbsolutePath();
        Files.createDirectories(folder);
        new LogBench(folder).run(args.length > 1 ? Integer.parseInt(args[1]) : 9);
    }

    private void run(int runs) throws Exception {
        measure(runs, "go build -x and go test -v", LogBench::goLog);
        measure(runs, "a build that says little of Go", LogBench::otherLog);
    }

    private interface Lines {
        String of(int number);
    }

    private void measure(int runs, String of, Lines lines) throws Exception {
        Path log = folder.resolve("log.txt");
        write(log, lines);
        byte[] all = Files.readAllBytes(log);
        watch(all);
        String plain = "a process writes it, it is copied to a file";
        String watched = "the same, with goStrict reading along";
        String alone = "reading along alone";
        Duel duel = new Duel("A log of " + SIZE / 1_000_000 + " MB, of " + of + ", medians of " + runs + " runs")
                .side(plain, () -> copied(log, false))
                .side(watched, () -> copied(log, true))
                .side(alone, () -> watch(all))
                .run(runs);
        duel.ratio(watched, plain, MOST);
        System.out.printf(Locale.ROOT, "  alone it reads %.0f MB/s%n", SIZE / 1e6 / (duel.median(alone) / 1e9));
        Files.delete(log);
    }

    private long copied(Path log, boolean watched) throws IOException, InterruptedException {
        Path to = folder.resolve("copy.txt");
        long begin = System.nanoTime();
        Process process = new ProcessBuilder("cat", log.toString()).start();
        LogWatch watch = new LogWatch(finding -> {
            throw new IllegalStateException("the log has something to find: " + finding.line());
        });
        byte[] buffer = new byte[8192];
        try (InputStream in = process.getInputStream(); OutputStream out = Files.newOutputStream(to)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                out.write(buffer, 0, n);
                if (watched) {
                    watch.accept(buffer, 0, n);
                }
            }
        }
        watch.finish();
        process.waitFor();
        long took = System.nanoTime() - begin;
        Files.delete(to);
        return took;
    }

    private static long watch(byte[] all) {
        LogWatch watch = new LogWatch(finding -> {
            throw new IllegalStateException("the log has something to find: " + finding.line());
        });
        long begin = System.nanoTime();
        for (int at = 0; at < all.length; at += 8192) {
            watch.accept(all, at, Math.min(8192, all.length - at));
        }
        watch.finish();
        return System.nanoTime() - begin;
    }

    private static final String[] PACKAGES = {
        "net/http", "crypto/tls", "encoding/json", "github.com/google/go-cmp/cmp", "golang.org/x/net/http2",
        "k8s.io/apimachinery/pkg/runtime", "go.uber.org/zap/zapcore", "github.com/gogo/protobuf/proto"
    };

    private static String goLog(int i) {
        String name = PACKAGES[i % PACKAGES.length];
        return "mkdir -p $WORK/b" + i + "/\ncat >$WORK/b" + i + "/importcfg << 'EOF' # internal\n"
                + "packagefile " + name + "=/var/lib/jenkins/.cache/go-build/ab/abcdef0123456789-d\nEOF\n"
                + "cd /var/lib/jenkins/workspace/service/vendor/" + name + "\n"
                + "/opt/go1.24.1.linux-amd64/pkg/tool/linux_amd64/compile -o $WORK/b" + i + "/_pkg_.a -p " + name
                + " -lang=go1.22 -complete -buildid x/y -goversion go1.24.1 -c=4 -pack ./a.go ./b.go ./c_linux.go\n"
                + "ok  \t" + name + "\t0.0" + i % 10 + "s\n=== RUN   TestThing" + i + "\n    thing_test.go:" + i
                + ": got 17, as wanted\n--- PASS: TestThing" + i + " (0.00s)\n";
    }

    private static String otherLog(int i) {
        return "[INFO] --- compiler:3.14.1:compile (default-compile) @ module-" + i + " ---\n"
                + "[INFO] Compiling " + i + " source files with javac [debug release 17] to target/classes\n"
                + "npm warn deprecated package-" + i + "@1.0.0: this version is no longer supported, please upgrade\n"
                + "  [" + i % 100 + "%] Building CXX object src/CMakeFiles/lib.dir/file" + i + ".cpp.o\n"
                + "collected " + i + " items, running tests in parallel with 4 workers ... PASSED\n";
    }

    /** Some four thousand packages of such a log. */
    static byte[] piece(boolean go) {
        return piece(go ? LogBench::goLog : LogBench::otherLog);
    }

    private static byte[] piece(Lines lines) {
        ByteArrayOutputStream piece = new ByteArrayOutputStream();
        for (int i = 0; i < 4000; i++) {
            piece.writeBytes(lines.of(i).getBytes(StandardCharsets.UTF_8));
        }
        return piece.toByteArray();
    }

    private static void write(Path log, Lines lines) throws IOException {
        byte[] bytes = piece(lines);
        try (OutputStream out = Files.newOutputStream(log)) {
            for (int written = 0; written < SIZE; written += bytes.length) {
                out.write(bytes, 0, Math.min(bytes.length, SIZE - written));
            }
        }
    }
}
