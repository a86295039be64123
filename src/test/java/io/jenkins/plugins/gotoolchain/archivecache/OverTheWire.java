package io.jenkins.plugins.gotoolchain.archivecache;

import io.jenkins.plugins.gotoolchain.transfer.Relay;
import io.jenkins.plugins.gotoolchain.transfer.RelayedAnswer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;

/** A relay as a node sees it: each answer was bytes on the way, and a connection may break. */
final class OverTheWire implements Relay {

    private static final long serialVersionUID = 1L;

    private final transient RelayPass pass;
    final transient AtomicInteger asks = new AtomicInteger();
    final transient AtomicInteger reads = new AtomicInteger();
    private transient IntPredicate breaksAt = number -> false;

    OverTheWire(RelayPass pass) {
        this.pass = pass;
    }

    /** The reads, counted from 1, at which the connection breaks. */
    OverTheWire breakingAt(IntPredicate readNumber) {
        breaksAt = readNumber;
        return this;
    }

    @Override
    public RelayedAnswer ask(String uri, Map<String, String> headers) throws IOException, InterruptedException {
        asks.incrementAndGet();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(pass.ask(uri, headers));
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (RelayedAnswer) in.readObject();
        } catch (ClassNotFoundException e) {
            throw new IOException(e);
        }
    }

    @Override
    public byte[] read(String body, long offset, int most) throws IOException, InterruptedException {
        if (breaksAt.test(reads.incrementAndGet())) {
            throw new IllegalStateException("channel is already closed");
        }
        return pass.read(body, offset, most);
    }
}
