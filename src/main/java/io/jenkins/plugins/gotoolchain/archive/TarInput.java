package io.jenkins.plugins.gotoolchain.archive;

import io.jenkins.plugins.gotoolchain.failure.VerificationException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;

/**
 * The bytes of a tar as they come from the thread that inflates them. While a {@linkplain #header header} is being read
 * it gives out a limited number of bytes only, and knows whether all were zero, so that what parses the headers can be
 * made neither to take up memory nor to skip the end unseen.
 */
final class TarInput extends InputStream {

    private static final long NO_LIMIT = Long.MAX_VALUE;

    private final Conveyor inflated;
    private final Refusal refusal;
    private Batch batch;
    private byte[] data = {};
    private int at;
    private int end;
    private boolean ended;
    private long headerBytes;
    private long headerLimit = NO_LIMIT;
    private int headerBits;

    TarInput(Conveyor inflated, Refusal refusal) {
        this.inflated = inflated;
        this.refusal = refusal;
    }

    /** From now on a header is read: at most so many bytes are given out until {@link #content()}. */
    void header(int limit) {
        headerBytes = 0;
        headerLimit = limit;
        headerBits = 0;
    }

    void content() {
        headerLimit = NO_LIMIT;
    }

    /** How many bytes were given out since {@link #header}. */
    long headerBytes() {
        return headerBytes;
    }

    /** Whether all bytes since {@link #header} were zero. */
    boolean onlyZeros() {
        return headerBits == 0;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        int count = advance(length);
        if (count == 0) {
            return -1;
        }
        System.arraycopy(data, at - count, target, offset, count);
        return count;
    }

    @Override
    public long skip(long wanted) throws IOException {
        return wanted <= 0 ? 0 : advance((int) Math.min(wanted, Integer.MAX_VALUE));
    }

    @Override
    public int available() {
        return end - at;
    }

    /** Moves on in what is there. @return by how many bytes; 0 at the end */
    private int advance(int wanted) throws IOException {
        if (at == end && !next()) {
            return 0;
        }
        int count = Math.min(wanted, end - at);
        if (headerLimit != NO_LIMIT) {
            countHeader(count);
        }
        at += count;
        return count;
    }

    private void countHeader(int count) throws VerificationException {
        headerBytes += count;
        if (headerBytes > headerLimit) {
            throw refusal.because("it has a header of more than " + headerLimit + " bytes");
        }
        int bits = headerBits;
        for (int i = at; i < at + count; i++) {
            bits |= data[i];
        }
        headerBits = bits;
    }

    /** @return whether there is more */
    private boolean next() throws InterruptedIOException {
        if (ended) {
            return false;
        }
        try {
            if (batch != null) {
                inflated.done(0, batch);
            }
            batch = inflated.full(0);
        } catch (InterruptedException e) {
            // TarReader makes it an InterruptedException again: only a stream's own signature is in the way here
            throw new InterruptedIOException();
        }
        ended = batch == null;
        at = 0;
        end = ended ? 0 : batch.used;
        data = ended ? data : batch.data;
        return !ended;
    }
}
