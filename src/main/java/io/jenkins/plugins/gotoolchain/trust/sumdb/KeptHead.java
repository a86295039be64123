package io.jenkins.plugins.gotoolchain.trust.sumdb;

import io.jenkins.plugins.gotoolchain.failure.StoreException;
import io.jenkins.plugins.gotoolchain.failure.VerificationException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The newest signed tree that was ever seen, kept as its signed note in the file {@code latest}. It is replaced as a
 * whole, under a lock that other processes honour, and only where it is still the one that the replacement was checked
 * against. A file that cannot be believed is left as it is, for people to look at.
 */
final class KeptHead {

    private static final int LONGEST = 100_000;

    /** File locks are the process's, not the thread's: among threads this one does it. Held for milliseconds. */
    private static final ReentrantLock AMONG_THREADS = new ReentrantLock();

    /** With {@link #WAIT_MILLIS} between them some 30 s, after which whoever holds the lock is taken to be stuck. */
    private static final int MOST_WAITS = 3000;

    private static final int WAIT_MILLIS = 10;

    private final Path folder;
    private final ChecksumKey key;

    KeptHead(Path folder, ChecksumKey key) {
        this.folder = folder;
        this.key = key;
    }

    /** @return the empty tree where none was kept yet */
    TreeHead read() throws StoreException {
        byte[] bytes;
        try {
            if (Files.size(file()) > LONGEST) {
                throw damaged("it is too long", null);
            }
            bytes = Files.readAllBytes(file());
        } catch (NoSuchFileException e) {
            return TreeHead.EMPTY;
        } catch (StoreException e) {
            throw e;
        } catch (IOException e) {
            throw new StoreException(
                    "the newest signed tree of " + key.name() + " that was kept in " + file() + " cannot be read: "
                            + e.getMessage(),
                    List.of(),
                    "make the folder readable to this user",
                    e);
        }
        try {
            String note = PlainText.decode(bytes);
            return TreeHead.parse(SignedNote.open(note, key), note);
        } catch (MalformedException e) {
            throw damaged(e.getMessage(), e);
        } catch (VerificationException e) {
            throw damaged(e.problem(), e);
        }
    }

    private StoreException damaged(String why, Exception cause) {
        return new StoreException(
                "the newest signed tree of " + key.id() + " that was kept in " + file() + " is damaged: " + why,
                List.of(),
                "find out who changed it: with it, an older or a forged checksum database would be noticed. Then move"
                        + " the file away; the next look-up begins a new history",
                cause);
    }

    /**
     * Puts a newer head in the place of an older one.
     *
     * @return whether it was done; not where the one that is kept is no longer {@code expected}
     */
    boolean replace(TreeHead expected, TreeHead newer) throws StoreException, InterruptedException {
        AMONG_THREADS.lockInterruptibly();
        try {
            Files.createDirectories(folder);
            try (FileChannel lockFile = FileChannel.open(
                            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock held = lock(lockFile)) {
                if (!held.isValid() || !read().note().equals(expected.note())) {
                    return false;
                }
                write(newer.note());
                return true;
            }
        } catch (ClosedByInterruptException e) {
            throw interrupted();
        } catch (StoreException e) {
            throw e;
        } catch (IOException e) {
            throw new StoreException(
                    "the newest signed tree of " + key.name() + " cannot be kept in " + file() + ": " + e,
                    List.of(),
                    "make room, or make the folder writable to this user",
                    e);
        } finally {
            AMONG_THREADS.unlock();
        }
    }

    private FileLock lock(FileChannel lockFile) throws IOException, InterruptedException {
        for (int waits = 0; waits < MOST_WAITS; waits++) {
            FileLock lock = lockFile.tryLock();
            if (lock != null) {
                return lock;
            }
            Thread.sleep(WAIT_MILLIS);
        }
        throw new StoreException(
                "another process has held the lock " + folder.resolve("lock") + " for half a minute",
                "find that process and end it");
    }

    /** The channel was closed by an interrupt: said the usual way. */
    private static InterruptedException interrupted() {
        Thread.interrupted();
        return new InterruptedException();
    }

    private void write(String note) throws IOException {
        Path temporary = folder.resolve("latest.new");
        try (FileChannel out = FileChannel.open(
                temporary,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(note.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
        Files.move(temporary, file(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private Path file() {
        return folder.resolve("latest");
    }
}
