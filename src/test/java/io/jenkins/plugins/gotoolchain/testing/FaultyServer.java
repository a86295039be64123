package io.jenkins.plugins.gotoolchain.testing;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * An HTTP server on loopback that misbehaves as it is told: each request takes the next {@link Fault} of the script;
 * when there is none left it answers as a good server does, with Range, If-Range and If-None-Match.
 */
public final class FaultyServer implements Closeable {

    private final ServerSocket socket;
    private final SSLContext tls;
    private final Map<String, Content> files = new ConcurrentHashMap<>();
    private final Queue<Fault> script = new ConcurrentLinkedQueue<>();
    private final Map<String, Fault> lasting = new ConcurrentHashMap<>();
    private final List<Seen> requests = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final AtomicLong bodyBytes = new AtomicLong();
    private final AtomicInteger connections = new AtomicInteger();
    private volatile boolean keepAlive;
    private volatile Runnable onStall = () -> {};
    private volatile LongSupplier clientHas = () -> Long.MAX_VALUE;

    private FaultyServer(SSLContext tls) throws IOException {
        this.tls = tls;
        this.socket = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        Thread thread = new Thread(this::accept, "faulty server");
        thread.setDaemon(true);
        thread.start();
    }

    public static FaultyServer start() throws IOException {
        return new FaultyServer(null);
    }

    public static FaultyServer startTls(SSLContext tls) throws IOException {
        return new FaultyServer(tls);
    }

    /** Has this file from now on, in place of the one it had at that path. */
    public FaultyServer file(String path, Content content) {
        files.put(path, content);
        return this;
    }

    /** The next requests, one after the other, are answered like this. */
    public FaultyServer script(Fault... faults) {
        script.addAll(List.of(faults));
        return this;
    }

    /** Each request for this path is answered like this, until {@link #heal}. */
    public FaultyServer always(String path, Fault fault) {
        lasting.put(path, fault);
        return this;
    }

    /** All lasting faults end, and what is left of the script. */
    public void heal() {
        lasting.clear();
        script.clear();
    }

    /** Called again and again while an answer stalls, until the client hangs up. Move a test's clock here. */
    public void onStall(Runnable action) {
        onStall = action;
    }

    /** How many bytes the client has taken: a reset waits until all that was sent is there, as it may overtake them. */
    public void clientHas(LongSupplier bytes) {
        clientHas = bytes;
    }

    /** Lets connections live on after a good answer. */
    public FaultyServer keepingConnections() {
        keepAlive = true;
        return this;
    }

    /** Connections taken so far. */
    public int connections() {
        return connections.get();
    }

    public int port() {
        return socket.getLocalPort();
    }

    public URI uri(String path) {
        return URI.create((tls == null ? "http://127.0.0.1:" : "https://localhost:") + port() + path);
    }

    public List<Seen> requests() {
        return requests;
    }

    /** Bytes of bodies sent so far. */
    public long bodyBytes() {
        return bodyBytes.get();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                open.add(client);
                connections.incrementAndGet();
                Thread thread = new Thread(() -> serve(client), "faulty server, connection");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket raw) {
        try (raw) {
            Fault fault = script.peek();
            if (fault != null && fault.beforeHandshake) {
                script.poll();
                stall(raw);
                return;
            }
            Socket client = raw;
            if (tls != null) {
                SSLSocket secured = (SSLSocket) tls.getSocketFactory().createSocket(raw, "localhost", port(), true);
                secured.setUseClientMode(false);
                secured.startHandshake();
                client = secured;
            }
            do {
                Seen request = read(client.getInputStream());
                if (request == null) {
                    return;
                }
                requests.add(request);
                fault = lasting.get(path(request));
                fault = fault == null ? script.poll() : fault;
                answer(client, raw, request, fault == null ? Fault.none() : fault);
            } while (keepAlive && !raw.isClosed());
            client.close();
        } catch (IOException e) {
            // the client is gone: that is its right
        } finally {
            open.remove(raw);
        }
    }

    static Seen read(InputStream in) throws IOException {
        String first = line(in);
        if (first == null || !first.endsWith(" HTTP/1.1")) {
            return null;
        }
        Map<String, String> headers = new LinkedHashMap<>();
        for (String line = line(in); line != null && !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            if (colon < 0) {
                return null;
            }
            headers.put(line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).trim());
        }
        String[] parts = first.split(" ");
        return new Seen(parts[0], parts[1], headers);
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                return null;
            }
            if (b != '\r') {
                line.write(b);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    private void answer(Socket client, Socket raw, Seen request, Fault fault) throws IOException {
        fault.before.run();
        OutputStream out = client.getOutputStream();
        if (fault.instead != null) {
            out.write(fault.instead);
            raw.close();
            return;
        }
        Content content = files.get(path(request));
        Good good = new Good(request, content, fault);
        if (!keepAlive) {
            good.headers.put("Connection", "close");
        }
        Map<String, String> headers = new LinkedHashMap<>(good.headers);
        headers.putAll(fault.headers);
        StringBuilder text = new StringBuilder("HTTP/1.1 ").append(good.status).append("\r\n");
        headers.forEach((name, value) -> {
            if (value != null) {
                text.append(name).append(": ").append(value).append("\r\n");
            }
        });
        byte[] header = text.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
        if (fault.headerBytes < header.length) {
            out.write(header, 0, fault.headerBytes);
            out.flush();
            end(raw, fault.end, 0);
            return;
        }
        out.write(header);
        int count = (int) Math.min(good.body.length - good.from, fault.bodyBytes);
        // In one go, so that what follows a short body is there when the body is.
        BufferedOutputStream whole = new BufferedOutputStream(out, 128 * 1024);
        send(whole, good, count, fault);
        whole.flush();
        if (fault.end == Fault.End.DRIP) {
            drip(out, good, count);
        }
        end(raw, fault.end, good.from + (long) count);
    }

    private void drip(OutputStream out, Good good, int count) throws IOException {
        for (int at = good.from + count; at < good.body.length; at++) {
            out.write(good.body[at]);
            out.flush();
            for (int i = 0; i < 1000 && clientHas.getAsLong() <= at; i++) {
                pause(1);
            }
            onStall.run();
        }
    }

    /** Without the query, and without the host that a proxy is asked with. */
    private static String path(Seen request) {
        String target = request.target();
        if (target.startsWith("http://")) {
            target = target.substring(target.indexOf('/', 7));
        }
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    private void send(OutputStream out, Good good, int count, Fault fault) throws IOException {
        int chunk = 64 * 1024;
        for (int sent = 0; sent < count; sent += chunk) {
            int length = Math.min(chunk, count - sent);
            if (fault.chunked) {
                out.write((Integer.toHexString(length) + ";ext=1\r\n").getBytes(StandardCharsets.US_ASCII));
            }
            out.write(good.body, good.from + sent, length);
            bodyBytes.addAndGet(length);
            if (fault.chunked) {
                out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
            }
        }
        if (fault.chunked && fault.end == Fault.End.GOOD) {
            out.write("0\r\nX-Trailer: 1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        out.write(fault.garbage);
    }

    private void end(Socket raw, Fault.End end, long position) throws IOException {
        switch (end) {
            case RESET:
                for (int i = 0; i < 1000 && clientHas.getAsLong() < position; i++) {
                    pause(5);
                }
                raw.setSoLinger(true, 0);
                raw.close();
                break;
            case STALL:
                stall(raw);
                break;
            case CUT:
            case DRIP:
                raw.close();
                break;
            default:
                break;
        }
    }

    private void stall(Socket raw) throws IOException {
        raw.setSoTimeout(10);
        while (!socket.isClosed()) {
            try {
                if (raw.getInputStream().read() < 0) {
                    raw.close();
                    return;
                }
            } catch (SocketTimeoutException e) {
                onStall.run();
            }
        }
    }

    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (Socket client : open) {
            client.close();
        }
    }

    /** What a good server would answer, bent where the fault says so. */
    private static final class Good {
        final Map<String, String> headers = new LinkedHashMap<>();
        String status = "200 OK";
        byte[] body;
        int from;

        Good(Seen request, Content content, Fault fault) {
            headers.put("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC)));
            if (fault.body != null || content == null) {
                status = fault.status > 0 ? fault.status + " " + fault.reason
                        : content == null && fault.body == null ? "404 Not Found" : status;
                body = fault.body != null ? fault.body : new byte[0];
                headers.put("Content-Type", "text/plain");
            } else {
                body = content.bytes();
                describe(content);
                if (content.etag() != null && content.etag().equals(request.header("If-None-Match"))) {
                    status = "304 Not Modified";
                    from = body.length;
                } else if (!fault.ignoreRange) {
                    range(request, content, fault);
                }
            }
            if (fault.chunked) {
                headers.put("Transfer-Encoding", "chunked");
            } else {
                headers.put("Content-Length", "" + (body.length - from));
            }
        }

        private void describe(Content content) {
            headers.put("Content-Type", content.type());
            headers.put("Accept-Ranges", "bytes");
            headers.put("ETag", content.etag());
            headers.put("Last-Modified", content.lastModified());
        }

        private void range(Seen request, Content content, Fault fault) {
            String range = request.header("Range");
            String condition = request.header("If-Range");
            boolean fits = condition == null || fault.ignoreIfRange
                    || condition.equals(content.etag()) && !condition.startsWith("W/")
                    || condition.equals(content.lastModified());
            if (range == null || !fits) {
                return;
            }
            int first = Integer.parseInt(range.substring("bytes=".length(), range.indexOf('-')));
            if (first >= body.length) {
                status = "416 Range Not Satisfiable";
                headers.put("Content-Range", "bytes */" + body.length);
                from = body.length;
                return;
            }
            status = "206 Partial Content";
            headers.put("Content-Range", "bytes " + first + "-" + (body.length - 1) + "/" + body.length);
            from = first;
        }
    }
}
