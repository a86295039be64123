package io.jenkins.plugins.gotoolchain.store;

import io.jenkins.plugins.gotoolchain.failure.StoreException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;

/**
 * A lock on a file that threads of this JVM respect as well as other processes, and that ends with its process.
 *
 * <p>The operating system's locks belong to the process, and closing any channel on a file drops all that the process
 * holds on it (POSIX {@code fcntl}). So each file is opened once in a JVM, in one table for all stores, and never
 * opened just to look. The locked byte lies far behind the content, which stays readable on Windows.
 */
final class HeldLock implements AutoCloseable {

    private static final long BYTE = Integer.MAX_VALUE;
    private static final Map<Path, Opened> OPENED = new HashMap<>();

    /** One file that this JVM has open. Without a lock it is kept open for the sake of whoever holds one. */
    private static final class Opened {
        final FileChannel channel;
        FileLock lock;
        int holders;

        Opened(FileChannel channel) {
            this.channel = channel;
        }
    }

    private final Path file;
    private boolean closed;

    private HeldLock(Path file) {
        this.file = file;
    }

    /** @return null where another one holds it */
    static HeldLock tryExclusive(Path file) throws StoreException {
        return tryLock(file, false);
    }

    /** @return null where another one holds it alone */
    static HeldLock tryShared(Path file) throws StoreException {
        return tryLock(file, true);
    }

    private static HeldLock tryLock(Path file, boolean shared) throws StoreException {
        synchronized (OPENED) {
            Opened opened = OPENED.get(file);
            if (opened != null && opened.lock != null) {
                if (!shared || !opened.lock.isShared()) {
                    return null;
                }
                opened.holders++;
                return new HeldLock(file);
            }
            try {
                if (opened == null) {
                    opened = new Opened(open(file, shared));
                }
                return lock(file, opened, shared);
            } catch (IOException e) {
                throw StoreFailure.of(e, "locking", file);
            }
        }
    }

    private static HeldLock lock(Path file, Opened opened, boolean shared) throws IOException {
        boolean keep = false;
        try {
            opened.lock = opened.channel.tryLock(BYTE, 1, shared);
            if (opened.lock == null) {
                return null;
            }
            opened.holders = 1;
            keep = true;
            return new HeldLock(file);
        } catch (OverlappingFileLockException e) {
            // Held in this JVM by another copy of this class, or under another path: closing would end that lock.
            keep = true;
            return null;
        } finally {
            if (keep) {
                OPENED.put(file, opened);
            } else {
                OPENED.remove(file);
                opened.channel.close();
            }
        }
    }

    private static FileChannel open(Path file, boolean shared) throws IOException {
        try {
            return FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        } catch (FileSystemException e) {
            if (!shared) {
                throw e;
            }
            return FileChannel.open(file, StandardOpenOption.READ);
        }
    }

    /**
     * Says in the file who holds it, for those who wait.
     *
     * @return whether it is still held: a thread that is interrupted while it writes loses the channel and the lock
     */
    boolean sayWho(String who) {
        synchronized (OPENED) {
            if (closed) {
                return false;
            }
            FileChannel channel = OPENED.get(file).channel;
            try {
                channel.truncate(0);
                channel.write(ByteBuffer.wrap(who.getBytes(StandardCharsets.UTF_8)), 0);
            } catch (IOException e) {
                // a full disk, say: it is only a courtesy
            }
            return channel.isOpen();
        }
    }

    /** Who holds it, as far as is known; for people. */
    static String holder(Path file) {
        synchronized (OPENED) {
            if (OPENED.containsKey(file)) {
                return "another thread of this process";
            }
            try {
                String text = Files.readString(file, StandardCharsets.UTF_8).strip();
                return text.isEmpty() || text.length() > 200 ? "another process" : text;
            } catch (IOException e) {
                return "another process";
            }
        }
    }

    /** Lets go. The file stays: another one may hold it, or be about to. */
    @Override
    public void close() {
        synchronized (OPENED) {
            if (closed) {
                return;
            }
            closed = true;
            Opened opened = OPENED.get(file);
            if (--opened.holders > 0) {
                return;
            }
            OPENED.remove(file);
            try {
                opened.lock.release();
            } catch (IOException e) {
                // closing the channel ends it too
            }
            try {
                opened.channel.close();
            } catch (IOException e) {
                // nothing was written that matters
            }
        }
    }
}
