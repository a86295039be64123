package io.jenkins.plugins.gotoolchain.transfer;

import java.io.IOException;
import java.io.InputStream;

/** Tells the guard of each byte that came. */
final class ProgressInputStream extends InputStream {

    private final InputStream in;
    private final StallGuard guard;

    ProgressInputStream(InputStream in, StallGuard guard) {
        this.in = in;
        this.guard = guard;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int count) throws IOException {
        int read = in.read(buffer, offset, count);
        if (read > 0) {
            guard.alive();
        }
        return read;
    }
}
