package io.jenkins.plugins.gotoolchain.release;

import io.jenkins.plugins.gotoolchain.failure.UnreachableException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that fails once more than so many bytes came out of it, and knows what it began with. */
final class CappedStream extends FilterInputStream {

    private final long max;
    private long left;
    private int first = ' ';

    CappedStream(InputStream in, long max) {
        super(in);
        this.max = max;
        this.left = max;
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        count(b < 0 ? 0 : 1);
        first = first <= ' ' && b >= 0 ? b : first;
        return b;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
        int n = super.read(buffer, from, length);
        count(Math.max(n, 0));
        for (int i = 0; i < n && first <= ' '; i++) {
            first = buffer[from + i] & 0xff;
        }
        return n;
    }

    private void count(int n) throws IOException {
        left -= n;
        if (left < 0) {
            throw new UnreachableException(
                    "the answer is no index of Go releases: it has more than " + max / 1024 + " KiB",
                    "check the address of the source");
        }
    }

    /** Whether the first thing after blanks was what HTML and XML begin with. */
    boolean startsLikeAPage() {
        return first == '<';
    }
}
