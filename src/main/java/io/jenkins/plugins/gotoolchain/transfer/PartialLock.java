package io.jenkins.plugins.gotoolchain.transfer;

import io.jenkins.plugins.gotoolchain.failure.StoreException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/**
 * One writer for one partial, among threads and among processes of one machine: a lock on a file beside it, which
 * the system lets go when its owner dies. The file stays: to delete it would let two owners in.
 */
final class PartialLock implements Closeable {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    /**
     * Of this process. Asked before the file is opened: where locks are POSIX ones, closing any handle of a file
     * lets go all locks that the process has on it.
     */
    private static final Set<Path> HELD = new HashSet<>();

    private final Path file;
    private final FileChannel channel;

    private PartialLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * @param data the partial, for messages
     * @param deadline by {@link Ticker#nanos}
     */
    static PartialLock acquire(Path file, Path data, Ticker ticker, long deadline, TransferProgress progress)
            throws IOException, InterruptedException {
        boolean said = false;
        while (true) {
            PartialLock lock = tryAcquire(file);
            if (lock != null) {
                return lock;
            }
            if (!said) {
                progress.notice("waiting for another download to " + data.getFileName());
                said = true;
            }
            if (ticker.nanos() - deadline >= 0) {
                throw new StoreException(
                        "Another process has been downloading to " + data + " all the time.",
                        "wait for it, or end it if it hangs");
            }
            ticker.sleep(LOOK_AGAIN);
        }
    }

    /** @return null if another one has it */
    static PartialLock tryAcquire(Path file) throws IOException {
        Path key = file.toAbsolutePath().normalize();
        synchronized (HELD) {
            if (!HELD.add(key)) {
                return null;
            }
        }
        PartialLock lock = null;
        FileChannel channel = null;
        try {
            channel = FileChannel.open(key, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock held = channel.tryLock();
            if (held != null) {
                lock = new PartialLock(key, channel);
            }
            return lock;
        } finally {
            if (lock == null) {
                release(key, channel);
            }
        }
    }

    private static void release(Path key, FileChannel channel) throws IOException {
        try {
            if (channel != null) {
                channel.close();
            }
        } finally {
            synchronized (HELD) {
                HELD.remove(key);
            }
        }
    }

    @Override
    public void close() throws IOException {
        release(file, channel);
    }
}
