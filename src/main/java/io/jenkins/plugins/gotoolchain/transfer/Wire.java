package io.jenkins.plugins.gotoolchain.transfer;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.channels.SocketChannel;

/**
 * One connection. It is a channel underneath, so that an interrupt of the thread that reads, or a close from any
 * other thread, ends a blocked read at once; with TLS too.
 */
final class Wire implements Closeable {

    private static final int BUFFER = 16 * 1024;

    private final SocketChannel channel;
    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    /** @param socket the channel's own, or a TLS socket on top of it */
    Wire(SocketChannel channel, Socket socket) throws IOException {
        this.channel = channel;
        this.socket = socket;
        // read-ahead is for headers; larger reads of a body pass it by
        this.in = new BufferedInputStream(socket.getInputStream(), BUFFER);
        this.out = socket.getOutputStream();
    }

    SocketChannel channel() {
        return channel;
    }

    Socket socket() {
        return socket;
    }

    InputStream in() {
        return in;
    }

    OutputStream out() {
        return out;
    }

    /** Whether it is open and nothing lies there unasked. */
    boolean isQuiet() throws IOException {
        return channel.isOpen() && in.available() == 0;
    }

    /** Closes without a farewell: a TLS close could block on a peer that does not read. */
    @Override
    public void close() throws IOException {
        channel.close();
    }
}
