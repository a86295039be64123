package io.jenkins.plugins.gotoolchain.testing;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An HTTP proxy on loopback. Whatever host it is asked for, it goes to one port of this machine. */
public final class TestProxy implements Closeable {

    private final ServerSocket socket;
    private final int target;
    private final String authorization;
    private final List<Seen> requests = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private volatile String refusal;

    /** @param login {@code user:secret} that it wants; null for none */
    public TestProxy(int target, String login) throws IOException {
        this.target = target;
        this.authorization = login == null ? null
                : "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
        this.socket = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        start(this::accept);
    }

    /** Answers every request with this status line from now on. */
    public void refuse(String statusLine) {
        refusal = statusLine;
    }

    public int port() {
        return socket.getLocalPort();
    }

    public List<Seen> requests() {
        return requests;
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "test proxy");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                open.add(client);
                start(() -> serve(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client; Socket server = new Socket(InetAddress.getByName("127.0.0.1"), target)) {
            Seen request = FaultyServer.read(client.getInputStream());
            if (request == null) {
                return;
            }
            requests.add(request);
            String problem = authorization != null && !authorization.equals(request.header("Proxy-Authorization"))
                    ? "HTTP/1.1 407 Proxy Authentication Required" : refusal;
            if (problem != null) {
                write(client, problem + "\r\nProxy-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\n\r\n");
                return;
            }
            if (request.method().equals("CONNECT")) {
                write(client, "HTTP/1.1 200 Connection established\r\n\r\n");
            } else {
                StringBuilder forwarded = new StringBuilder(
                        request.method() + " " + request.target() + " HTTP/1.1\r\n");
                request.headers().forEach((name, value) -> {
                    if (!name.startsWith("proxy-")) {
                        forwarded.append(name).append(": ").append(value).append("\r\n");
                    }
                });
                write(server, forwarded + "\r\n");
            }
            start(() -> pump(client, server));
            pump(server, client);
        } catch (IOException e) {
            // one of the two is gone
        } finally {
            open.remove(client);
        }
    }

    private static void write(Socket to, String text) throws IOException {
        to.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static void pump(Socket from, Socket to) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            in.transferTo(out);
            to.shutdownOutput();
        } catch (IOException e) {
            // one of the two is gone
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (Socket client : open) {
            client.close();
        }
    }
}
