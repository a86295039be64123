package io.jenkins.plugins.gotoolchain.bench;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A download site with made-up archives, which gives an archive when it is let go only: how long a download takes is the
 * simulation's time and not this machine's.
 */
final class FleetSite implements AutoCloseable {

    static final String[] VERSIONS = {"1.24.1", "1.23.9", "1.25.0"};
    static final int SIZE = 4 << 20;

    private final HttpServer server;
    private final AtomicInteger served = new AtomicInteger();
    private final byte[][] archives = new byte[VERSIONS.length][];
    private final String[] digests = new String[VERSIONS.length];
    private final CountDownLatch[] gates = new CountDownLatch[VERSIONS.length];

    FleetSite(Random random) throws Exception {
        StringBuilder index = new StringBuilder("[");
        for (int i = 0; i < VERSIONS.length; i++) {
            gates[i] = new CountDownLatch(1);
            archives[i] = new byte[SIZE + i * 100_001];
            random.nextBytes(archives[i]);
            digests[i] = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(archives[i]));
            index.append(i == 0 ? "" : ",").append("{\"version\":\"go").append(VERSIONS[i])
                    .append("\",\"stable\":true,\"files\":[{\"filename\":\"").append(file(i))
                    .append("\",\"os\":\"linux\",\"arch\":\"amd64\",\"version\":\"go").append(VERSIONS[i]).append("\",\"sha256\":\"")
                    .append(digests[i]).append("\",\"size\":").append(archives[i].length).append(",\"kind\":\"archive\"}]}");
        }
        byte[] document = index.append("]").toString().getBytes(StandardCharsets.US_ASCII);
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 50);
        server.setExecutor(work -> new Thread(work, "site").start());
        server.createContext("/", exchange -> {
            byte[] body = document;
            for (int i = 0; i < VERSIONS.length; i++) {
                if (exchange.getRequestURI().getPath().endsWith(file(i))) {
                    body = archive(i);
                }
            }
            exchange.sendResponseHeaders(200, body.length);
            try (exchange) {
                exchange.getResponseBody().write(body);
            }
        });
        server.start();
    }

    private byte[] archive(int version) throws IOException {
        CountDownLatch gate;
        synchronized (gates) {
            gate = gates[version];
        }
        try {
            gate.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
        served.incrementAndGet();
        return archives[version];
    }

    /** Gives an archive to whoever asks for it, until it is held again. */
    void letGo(int version) {
        synchronized (gates) {
            gates[version].countDown();
        }
    }

    /** From now on an archive is held until it is let go. */
    void hold(int version) {
        synchronized (gates) {
            if (gates[version].getCount() == 0) {
                gates[version] = new CountDownLatch(1);
            }
        }
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/dl/";
    }

    static String file(int version) {
        return "go" + VERSIONS[version] + ".linux-amd64.tar.gz";
    }

    String digest(int version) {
        return digests[version];
    }

    int served() {
        return served.get();
    }

    @Override
    public void close() {
        for (int i = 0; i < VERSIONS.length; i++) {
            letGo(i);
        }
        server.stop(0);
    }
}
