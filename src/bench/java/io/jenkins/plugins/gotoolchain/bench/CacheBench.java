package io.jenkins.plugins.gotoolchain.bench;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** A build of a small server with crypto/tls, JSON and templates: cold, filling a cache server, and on fresh agents with it. */
public final class CacheBench {

    private static final int RUNS = 3;
    private static final String PROGRAM = "package main\n\nimport (\n\t\"crypto/tls\"\n\t\"encoding/json\"\n\t\"fmt\"\n\t\"net/http\"\n\t\"text/template\"\n)\n\n"
            + "func main() {\n\tfmt.Println(http.MethodGet, tls.VersionTLS13, json.Valid(nil), template.HTMLEscapeString(\"a\"))\n}\n";

    private final Path folder;
    private final String launcher;

    private CacheBench(Path folder, String launcher) {
        this.folder = folder;
        this.launcher = launcher;
    }

    /** @param arguments a folder to work in, and the command line's launcher */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]).toAbsolutePath().resolve("cache-" + UUID.randomUUID());
        try {
            new CacheBench(Files.createDirectories(folder), arguments[1]).run();
        } finally {
            try (Stream<Path> all = Files.walk(folder)) {
                all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
            }
        }
    }

    private void run() throws Exception {
        Path module = Files.createDirectories(folder.resolve("module"));
        Files.writeString(module.resolve("go.mod"), "module example.com/m\n\ngo 1.24\n");
        Files.writeString(module.resolve("main.go"), PROGRAM);
        HttpServer server = serve(Files.createDirectories(folder.resolve("server")));
        try {
            String program = launcher + " cacheprog --url http://127.0.0.1:" + server.getAddress().getPort() + "/ --dir ";
            double[] cold = new double[RUNS];
            double[] fresh = new double[RUNS];
            cold[0] = build(module, "off");
            double filling = build(module, program + folder.resolve("filling"));
            for (int i = 0; i < RUNS; i++) {
                cold[i] = i == 0 ? cold[0] : build(module, "off");
                fresh[i] = build(module, program + folder.resolve("agent" + i));
            }
            System.out.printf("build of net/http, crypto/tls, encoding/json and text/template; medians of %d, seconds%n", RUNS);
            System.out.printf("without                 %6.2f%n", median(cold));
            System.out.printf("filling an empty server %6.2f  %.2f of it (once)%n", filling, filling / median(cold));
            System.out.printf("a fresh agent           %6.2f  %.2f of it   aim: at most 0.4%n", median(fresh), median(fresh) / median(cold));
        } finally {
            server.stop(0);
        }
    }

    private double build(Path module, String program) throws IOException, InterruptedException {
        Path cache = folder.resolve("gocache-" + UUID.randomUUID());
        ProcessBuilder builder = new ProcessBuilder("go", "build", "-o", folder.resolve("out").toString(), ".").directory(module.toFile())
                .redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile());
        builder.environment().putAll(java.util.Map.of("GOTOOLCHAIN", "local", "GOFLAGS", "-mod=mod", "GOCACHE", cache.toString()));
        builder.environment().put("GOCACHEPROG", program.equals("off") ? "" : program);
        long begun = System.nanoTime();
        if (builder.start().waitFor() != 0) {
            throw new IOException(Files.readString(folder.resolve("log")));
        }
        return (System.nanoTime() - begun) / 1e9;
    }

    private static double median(double[] times) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static HttpServer serve(Path root) throws IOException {
        // else each small answer waits for an acknowledgement
        System.setProperty("sun.net.httpserver.nodelay", "true");
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 100);
        server.setExecutor(Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work);
            thread.setDaemon(true);
            return thread;
        }));
        for (String kind : List.of("ac", "cas")) {
            Files.createDirectories(root.resolve(kind));
        }
        server.createContext("/", exchange -> {
            Path file = root.resolve(exchange.getRequestURI().getPath().substring(1));
            try (exchange; InputStream body = exchange.getRequestBody()) {
                if (exchange.getRequestMethod().equals("PUT")) {
                    Files.write(file, body.readAllBytes());
                    exchange.sendResponseHeaders(201, -1);
                } else if (Files.isRegularFile(file)) {
                    byte[] bytes = Files.readAllBytes(file);
                    exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
                    if (bytes.length > 0) {
                        exchange.getResponseBody().write(bytes);
                    }
                } else {
                    exchange.sendResponseHeaders(404, -1);
                }
            }
        });
        server.start();
        return server;
    }
}
