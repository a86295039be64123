package io.jenkins.plugins.gotoolchain.transfer;

import java.io.IOException;
import java.io.InputStream;

/** A body of known length: ends exactly there, whatever follows, and fails if it ends before (RFC 9112 §6.3). */
final class ContentLengthCheck extends InputStream {

    private final InputStream in;
    private final long length;
    private long left;

    ContentLengthCheck(InputStream in, long length) {
        this.in = in;
        this.length = length;
        this.left = length;
    }

    /** Bytes that are still to come. */
    long left() {
        return left;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int count) throws IOException {
        if (left == 0) {
            return -1;
        }
        int read = in.read(buffer, offset, (int) Math.min(count, left));
        if (read < 0) {
            throw new CutShort("the connection was closed after " + (length - left) + " of " + length + " bytes");
        }
        left -= read;
        return read;
    }
}
