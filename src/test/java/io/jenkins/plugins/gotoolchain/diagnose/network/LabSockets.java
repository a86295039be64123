package io.jenkins.plugins.gotoolchain.diagnose.network;

import java.io.IOException;
import java.io.InputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What no well-kept server can be made to do: say nothing, hang up, say something else. */
final class LabSockets {

    private static final List<Object> OPEN = new CopyOnWriteArrayList<>();

    /** How a connection is dealt with; it stays open unless closed there. */
    interface Manner {
        void with(Socket client) throws IOException;
    }

    private LabSockets() {}

    static void listen(int port, Manner manner) throws IOException {
        ServerSocket socket = new ServerSocket(port);
        OPEN.add(socket);
        start(() -> {
            while (true) {
                Socket client = socket.accept();
                OPEN.add(client);
                start(() -> manner.with(client));
            }
        });
    }

    static void silent(int port) throws IOException {
        listen(port, client -> {});
    }

    static void hangsUp(int port) throws IOException {
        listen(port, client -> {
            client.getInputStream().read();
            client.setSoLinger(true, 0);
            client.close();
        });
    }

    static void says(int port, String text) throws IOException {
        listen(port, client -> {
            client.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            client.close();
        });
    }

    /** Answers every request with these bytes, then closes or stays as it is. */
    static void answers(int port, boolean closes, String index, String archive) throws IOException {
        listen(port, client -> {
            InputStream in = client.getInputStream();
            StringBuilder head = new StringBuilder();
            for (int c = in.read(); c >= 0 && head.indexOf("\r\n\r\n") < 0; c = in.read()) {
                head.append((char) c);
                if (head.indexOf("\r\n\r\n") >= 0) {
                    break;
                }
            }
            boolean wantsIndex = head.toString().contains("mode=json");
            client.getOutputStream().write((wantsIndex ? index : archive).getBytes(StandardCharsets.ISO_8859_1));
            if (wantsIndex || closes) {
                client.close();
            }
        });
    }

    /** A name server that fails at everything (RFC 1035 §4.1.1, SERVFAIL). */
    static void failingNameServer(String address) throws IOException {
        DatagramSocket socket = new DatagramSocket(53, InetAddress.getByName(address));
        OPEN.add(socket);
        start(() -> {
            byte[] buffer = new byte[512];
            while (true) {
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                socket.receive(packet);
                buffer[2] = (byte) (buffer[2] | 0x80);
                buffer[3] = (byte) 0x82;
                socket.send(new DatagramPacket(buffer, packet.getLength(), packet.getSocketAddress()));
            }
        });
    }

    private interface Work {
        void go() throws IOException;
    }

    private static void start(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.go();
            } catch (IOException e) {
                // the other side has gone
            }
        }, "lab socket");
        thread.setDaemon(true);
        thread.start();
    }
}
