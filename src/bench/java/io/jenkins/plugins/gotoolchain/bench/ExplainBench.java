package io.jenkins.plugins.gotoolchain.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * {@code ExplainBench FOLDER LAUNCHER [RUNS]}; see {@code ./build bench explain}. Whole processes of {@code go-toolchain explain}, with
 * a heap of at most 64 MiB, over a log of 1 GB with a cause at its end.
 */
public final class ExplainBench {

    private static final long SIZE = 1_000_000_000L;
    private static final double LEAST = 200;

    private ExplainBench() {}

    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]).toAbsolutePath();
        Files.createDirectories(folder);
        int runs = args.length > 2 ? Integer.parseInt(args[2]) : 5;
        boolean held = true;
        for (String kind : new String[] {"go", "other"}) {
            Path log = folder.resolve("explain-" + kind + ".log");
            write(log, kind.equals("go"));
            String name = "go-toolchain explain";
            Command command = Command.of(folder.resolve("explain.out"), args[1], "explain", log.toString());
            command = command.with("GO_TOOLCHAIN_JAVA_OPTS", "-Xmx64m");
            Command run = command;
            Duel duel = new Duel("A log of 1 GB, of " + (kind.equals("go") ? "go build -x and go test -v" : "a build that says little of Go")
                            + ", heap 64 MiB, medians of " + runs + " runs")
                    .side(name, run::time)
                    .side("cat", () -> Command.of(folder.resolve("cat.out"), "sh", "-c", "cat " + log + " >/dev/null").time())
                    .run(runs);
            double rate = SIZE / 1e6 / (duel.median(name) / 1e9);
            held &= rate >= LEAST;
            System.out.printf(Locale.ROOT, "  %.0f MB/s, at least %.0f: %s%n", rate, LEAST, rate >= LEAST ? "held" : "MISSED");
            if (!Files.readString(run.log()).contains("archive-truncated")) {
                throw new IOException("it did not find what is there: " + run.log());
            }
            Files.delete(log);
        }
        System.exit(held ? 0 : 1);
    }

    private static void write(Path log, boolean go) throws IOException {
        byte[] piece = LogBench.piece(go);
        try (OutputStream out = Files.newOutputStream(log)) {
            for (long written = 0; written < SIZE; written += piece.length) {
                out.write(piece);
            }
            out.write("gzip: stdin: unexpected end of file\n".getBytes(StandardCharsets.UTF_8));
        }
    }
}
