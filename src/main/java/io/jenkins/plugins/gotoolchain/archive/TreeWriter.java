package io.jenkins.plugins.gotoolchain.archive;

import io.jenkins.plugins.gotoolchain.failure.StoreException;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.ClosedChannelException;
import java.security.MessageDigest;

/** Writes files of a tree one after the other, for one thread, and hashes them meanwhile. */
final class TreeWriter {

    private final Staging staging;
    private final MessageDigest sha256 = Sha256.start();
    private String path;
    private File file;
    private OutputStream out;

    TreeWriter(Staging staging) {
        this.staging = staging;
    }

    void open(String path, boolean executable) throws StoreException, InterruptedException {
        this.path = path;
        if (!LocalNames.canBeWritten(path)) {
            throw LocalNames.unwritable(path);
        }
        file = staging.file(path);
        try {
            out = staging.create(file, executable);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    void write(byte[] data, int offset, int length) throws StoreException, InterruptedException {
        sha256.update(data, offset, length);
        try {
            out.write(data, offset, length);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /**
     * Ends the file.
     *
     * @param seconds when it was last changed, since 1970; below zero for now
     * @return the SHA-256 of what was written, in lower-case hex
     */
    String close(long seconds) throws StoreException, InterruptedException {
        try {
            out.close();
        } catch (IOException e) {
            throw failed(e);
        }
        out = null;
        if (seconds >= 0 && !file.setLastModified(seconds * 1000)) {
            throw staging.failed(path, new IOException("its time cannot be set"));
        }
        return Sha256.hex(sha256);
    }

    /** Closes what an error left open. */
    void abandon() {
        if (out != null) {
            try {
                out.close();
            } catch (IOException e) {
                // the error that led here says more
            }
            out = null;
        }
    }

    private StoreException failed(IOException e) throws InterruptedException {
        if (e instanceof ClosedChannelException) {
            throw new InterruptedException();
        }
        return staging.failed(path, e);
    }
}
