package io.jenkins.plugins.gotoolchain.transfer;

import java.io.IOException;
import java.io.InputStream;

/** A body in chunks (RFC 9112 §7.1). Fails if the connection ends before the last chunk. */
final class ChunkedBody extends InputStream {

    private final InputStream in;
    private long left;
    private boolean begun;
    private boolean ended;

    ChunkedBody(InputStream in) {
        this.in = in;
    }

    /** Whether the last chunk was read. */
    boolean isAtEnd() {
        return ended;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int count) throws IOException {
        if (left == 0 && !ended) {
            next();
        }
        if (ended) {
            return -1;
        }
        int read = in.read(buffer, offset, (int) Math.min(count, left));
        if (read < 0) {
            throw new CutShort("the connection was closed in the middle of a chunk");
        }
        left -= read;
        return read;
    }

    private void next() throws IOException {
        try {
            if (begun && !Headers.line(in).isEmpty()) {
                throw new NotHttp("a chunk is longer than it said");
            }
            begun = true;
            left = size(Headers.line(in));
            if (left == 0) {
                Headers.read(in);
                ended = true;
            }
        } catch (java.io.EOFException e) {
            throw new CutShort("the connection was closed before the last chunk");
        }
    }

    private static long size(String line) throws NotHttp {
        int end = line.indexOf(';');
        String digits = (end < 0 ? line : line.substring(0, end)).trim();
        if (digits.isEmpty() || digits.length() > 12) {
            throw new NotHttp("a chunk has no size");
        }
        long size = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = Character.digit(digits.charAt(i), 16);
            if (digit < 0) {
                throw new NotHttp("a chunk has no size");
            }
            size = size * 16 + digit;
        }
        return size;
    }
}
