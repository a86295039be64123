package io.jenkins.plugins.gotoolchain.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A file that a relay gives in parts. The next part is asked for while this one is read; a close from any thread ends a
 * blocked read at once. Over a fast way the parts grow, for each costs the same beside its bytes; over a slow one they stay
 * small, so that something comes every now and then.
 */
final class RelayBody extends InputStream {

    private static final int SMALLEST_PART = 256 * 1024;
    private static final int LARGEST_PART = 1024 * 1024;
    private static final long FAST_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
    private static final long SLOW_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final int AHEAD = 1;

    /** A part, the end (neither), or what went wrong. */
    private record Part(byte[] bytes, IOException failure) {}

    private final BlockingQueue<Part> parts = new ArrayBlockingQueue<>(AHEAD);
    private final Thread reader;
    private volatile boolean closed;
    private byte[] part = new byte[0];
    private int at;
    private boolean ended;

    RelayBody(Relay relay, String body, long from, long size) {
        reader = new Thread(() -> fetch(relay, body, from, size), "go-toolchain relay reader");
        reader.setDaemon(true);
        reader.start();
    }

    private void fetch(Relay relay, String body, long from, long size) {
        try {
            try {
                long offset = from;
                int most = SMALLEST_PART;
                while (offset < size && !closed) {
                    long start = System.nanoTime();
                    byte[] bytes = relay.read(body, offset, (int) Math.min(most, size - offset));
                    most = sizeAfter(most, System.nanoTime() - start);
                    if (bytes == null || bytes.length == 0 || bytes.length > size - offset) {
                        throw new IOException("the relay gave another number of bytes than it was asked for");
                    }
                    offset += bytes.length;
                    parts.put(new Part(bytes, null));
                }
                parts.put(new Part(null, null));
            } catch (IOException e) {
                parts.put(new Part(null, e));
            } catch (RuntimeException e) {
                // a proxy's way to say that its connection is gone
                parts.put(new Part(null, new IOException("the connection to the relay broke: " + e.getMessage(), e)));
            }
        } catch (InterruptedException e) {
            // closed: nobody waits for it
        }
    }

    /** How much to ask for next. @param nanos that the last part took */
    private static int sizeAfter(int part, long nanos) {
        if (nanos < FAST_NANOS) {
            return Math.min(LARGEST_PART, part * 2);
        }
        return nanos > SLOW_NANOS ? Math.max(SMALLEST_PART, part / 2) : part;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (at == part.length && !next()) {
            return -1;
        }
        int count = Math.min(length, part.length - at);
        System.arraycopy(part, at, into, offset, count);
        at += count;
        return count;
    }

    private boolean next() throws IOException {
        if (ended) {
            return false;
        }
        Part taken = null;
        try {
            while (taken == null) {
                if (closed) {
                    throw new IOException("closed");
                }
                taken = parts.poll(100, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        if (taken.failure() != null) {
            throw taken.failure();
        }
        ended = taken.bytes() == null;
        part = ended ? new byte[0] : taken.bytes();
        at = 0;
        return !ended;
    }

    @Override
    public void close() {
        closed = true;
        reader.interrupt();
    }
}
