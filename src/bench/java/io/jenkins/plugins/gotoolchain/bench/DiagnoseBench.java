package io.jenkins.plugins.gotoolchain.bench;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;

/** How long the whole command {@code diagnose} takes with five sources, one of which accepts and never says a word. */
public final class DiagnoseBench {

    private static final byte[] ARCHIVE = new byte[4 << 20];
    private static final String INDEX = "[{\"version\":\"go1.24.1\",\"stable\":true,\"files\":[{\"filename\":\"go1.24.1.linux-amd64.tar.gz\","
            + "\"os\":\"linux\",\"arch\":\"amd64\",\"version\":\"go1.24.1\",\"sha256\":\"" + "ab".repeat(32) + "\",\"size\":" + (4 << 20)
            + ",\"kind\":\"archive\"}]}]";

    private DiagnoseBench() {}

    /** @param arguments a folder to work in, and the command line's launcher */
    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        ARCHIVE[0] = 0x1f;
        ARCHIVE[1] = (byte) 0x8b;
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 50);
        server.setExecutor(Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work);
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", exchange -> {
            boolean index = exchange.getRequestURI().getPath().endsWith("/");
            byte[] body = index ? INDEX.getBytes(StandardCharsets.US_ASCII) : ARCHIVE;
            exchange.sendResponseHeaders(200, body.length);
            try (exchange) {
                exchange.getResponseBody().write(body);
            } catch (IOException e) {
                // the other side has what it wanted
            }
        });
        server.start();
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"))) {
            System.out.println("diagnose, five sources, one of them dead; whole processes");
            for (String[] profile : new String[][] {{"intranet", "5"}, {"internet", "30"}}) {
                List<String> command = new ArrayList<>(List.of(arguments[1], "diagnose", "--platform", "linux/amd64", "--profile", profile[0]));
                for (int i = 0; i < 4; i++) {
                    command.addAll(List.of("--source", "http://127.0.0.1:" + server.getAddress().getPort() + "/" + i + "/"));
                }
                command.addAll(List.of("--source", "http://127.0.0.1:" + silent.getLocalPort() + "/"));
                long begun = System.nanoTime();
                Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(folder.resolve("diagnose.log").toFile()).start();
                int code = process.waitFor();
                double seconds = (System.nanoTime() - begun) / 1e9;
                System.out.printf("%-9s %6.2f s   aim: at most %s s + 1 s   exit code %d%n", profile[0], seconds, profile[1], code);
            }
        } finally {
            server.stop(0);
        }
    }
}
