package io.jenkins.plugins.gotoolchain.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Serves {@code /proxy/} (what a module proxy upstream has, fetched at most once) and {@code /dl/} (files of a folder)
 * on loopback, with ranges; counts the bytes of archives, and can stop sending in the middle of one.
 */
final class Mirror implements AutoCloseable {

    static {
        // Java's server sends a small body 40 ms after its header otherwise, as no real one does.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Path folder;
    private final String upstream;
    private final AtomicLong archiveBytes = new AtomicLong();
    private final AtomicLong archiveRequests = new AtomicLong();
    private volatile long stallAt = Long.MAX_VALUE;
    private volatile CountDownLatch stalled = new CountDownLatch(1);
    private volatile CountDownLatch released = new CountDownLatch(1);

    /** @param upstream the module proxy to fill {@code /proxy/} from, without a slash at the end */
    Mirror(Path folder, String upstream) throws IOException {
        this.folder = folder;
        this.upstream = upstream;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.createContext("/", this::serve);
        server.setExecutor(threads);
        server.start();
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /** The bytes of archives that were sent since the last call. */
    long takeArchiveBytes() {
        archiveRequests.set(0);
        return archiveBytes.getAndSet(0);
    }

    long archiveRequests() {
        return archiveRequests.get();
    }

    /** The next archive stops after this many bytes and keeps its connection open until {@link #goOn()}. */
    void stallAt(long bytes) {
        stalled = new CountDownLatch(1);
        released = new CountDownLatch(1);
        stallAt = bytes;
    }

    void awaitStall() throws InterruptedException {
        stalled.await();
    }

    void goOn() {
        stallAt = Long.MAX_VALUE;
        released.countDown();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getRawPath();
            if (path.contains("..")) {
                exchange.sendResponseHeaders(400, -1);
                return;
            }
            Path file = folder.resolve(path.substring(1) + (path.endsWith("/") ? "index.json" : ""));
            if (!Files.isRegularFile(file) && path.startsWith("/proxy/")) {
                int status = fetch(path.substring("/proxy".length()), file);
                if (status != 200) {
                    exchange.sendResponseHeaders(status, -1);
                    return;
                }
            }
            if (Files.isRegularFile(file)) {
                send(exchange, file);
            } else {
                exchange.sendResponseHeaders(404, -1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized int fetch(String path, Path file) throws IOException {
        if (Files.isRegularFile(file)) {
            return 200;
        }
        HttpURLConnection connection = (HttpURLConnection) URI.create(upstream + path).toURL().openConnection();
        connection.setConnectTimeout(10_000);
        connection.setReadTimeout(60_000);
        int status = connection.getResponseCode();
        if (status == 200) {
            Files.createDirectories(file.getParent());
            Path partial = file.resolveSibling(file.getFileName() + ".partial");
            try (InputStream in = connection.getInputStream()) {
                Files.copy(in, partial, StandardCopyOption.REPLACE_EXISTING);
            }
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
        }
        connection.disconnect();
        return status;
    }

    private void send(HttpExchange exchange, Path file) throws IOException, InterruptedException {
        long size = Files.size(file);
        String range = exchange.getRequestHeaders().getFirst("Range");
        long from = range == null ? 0 : Long.parseLong(range.replaceAll("bytes=(\\d+)-.*", "$1"));
        exchange.getResponseHeaders().set("ETag", '"' + Long.toHexString(size) + '"');
        exchange.getResponseHeaders().set("Accept-Ranges", "bytes");
        if (from > 0) {
            exchange.getResponseHeaders().set("Content-Range", "bytes " + from + "-" + (size - 1) + "/" + size);
        }
        boolean archive = file.toString().endsWith(".zip") || file.toString().endsWith(".tar.gz");
        boolean body = !exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(from > 0 ? 206 : 200, body ? size - from : -1);
        if (!body) {
            return;
        }
        if (archive) {
            archiveRequests.incrementAndGet();
        }
        try (FileChannel in = FileChannel.open(file);
                OutputStream out = exchange.getResponseBody()) {
            in.position(from);
            byte[] buffer = new byte[64 * 1024];
            InputStream bytes = Channels.newInputStream(in);
            long at = from;
            for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
                if (archive && at + read > stallAt) {
                    int allowed = (int) Math.max(0, stallAt - at);
                    out.write(buffer, 0, allowed);
                    out.flush();
                    archiveBytes.addAndGet(allowed);
                    stalled.countDown();
                    released.await();
                    return;
                }
                out.write(buffer, 0, read);
                at += read;
                if (archive) {
                    archiveBytes.addAndGet(read);
                }
            }
        }
    }

    @Override
    public void close() {
        released.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
