package io.jenkins.plugins.gotoolchain.transfer;

import io.jenkins.plugins.gotoolchain.failure.StoreException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;

/**
 * The bytes of a file that are here so far, and what they are of, held by one writer. Bytes without a state, or with one that cannot be read, are worth nothing. The order of writing keeps
 * that true whenever the process ends: no state is replaced while bytes are there that it does not describe.
 */
final class PartialFile implements Closeable {

    private static final int BUFFER = 256 * 1024;

    private final PartialPaths paths;
    private final PartialLock lock;
    private final DownloadRequest request;
    private final FileChannel channel;
    private PartialState state;
    private long length;
    private boolean oldBytes;
    private MessageDigest digest = Sha256.begin();
    private long digested;

    private PartialFile(PartialPaths paths, PartialLock lock, DownloadRequest request) throws IOException {
        this.paths = paths;
        this.lock = lock;
        this.request = request;
        this.channel = FileChannel.open(
                paths.data(), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        this.length = channel.size();
        this.state = paths.readState();
        if (state == null || state.size() >= 0 && length > state.size()) {
            forget();
        }
        this.oldBytes = length > 0;
    }

    /** Waits until no other process or thread has it. */
    static PartialFile open(DownloadRequest request, Ticker ticker, long deadline, TransferProgress progress)
            throws IOException, InterruptedException {
        PartialPaths paths = PartialPaths.of(request);
        PartialLock lock = null;
        try {
            Files.createDirectories(request.partialFolder());
            lock = PartialLock.acquire(paths.lock(), paths.data(), ticker, deadline, progress);
            PartialFile partial = new PartialFile(paths, lock, request);
            lock = null;
            return partial;
        } catch (IOException e) {
            throw DiskTrouble.explain(e, paths.data(), request.expectedSize());
        } finally {
            if (lock != null) {
                lock.close();
            }
        }
    }

    Path file() {
        return paths.data();
    }

    /** Bytes that are here. */
    long length() {
        return length;
    }

    /** What they are of; null if nothing is here. */
    PartialState state() {
        return state;
    }

    /** Whether some of them were here before this run, on a disk that nobody watched. */
    boolean hasOldBytes() {
        return oldBytes;
    }

    /** Throws away what is here, in memory at once and on disk with the next write. */
    void forget() {
        state = null;
        length = 0;
        oldBytes = false;
    }

    /**
     * Begins from nothing with bytes of {@code next}.
     *
     * @throws StoreException where the disk has no room for the rest of them and what is to be made of them
     */
    void startAnew(PartialState next) throws IOException {
        forget();
        try {
            channel.truncate(0);
            channel.position(0);
            digest = Sha256.begin();
            digested = 0;
            requireRoom(next.size());
            write(next);
        } catch (IOException e) {
            throw DiskTrouble.explain(e, paths.data(), next.size());
        }
    }

    /**
     * Goes on behind the first {@code offset} bytes of those that are here; what follows is of {@code next}.
     *
     * @throws StoreException where the disk has no room for the rest of them and what is to be made of them
     */
    void continueAt(long offset, PartialState next) throws IOException {
        try {
            digestUpTo(offset);
            channel.truncate(offset);
            channel.position(offset);
            length = offset;
            requireRoom(next.size());
            if (!next.equals(state)) {
                write(next);
            }
        } catch (IOException e) {
            throw DiskTrouble.explain(e, paths.data(), next.size() < 0 ? -1 : next.size() - offset);
        }
    }

    void append(byte[] bytes, int count) throws IOException {
        try {
            ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, count);
            while (buffer.hasRemaining()) {
                length += channel.write(buffer);
            }
        } catch (IOException e) {
            throw DiskTrouble.explain(e, paths.data(), state.size() < 0 ? -1 : state.size() - length);
        }
        digest.update(bytes, 0, count);
        digested += count;
    }

    /** Of all bytes that are here; ends the writing. */
    String sha256() throws IOException {
        try {
            digestUpTo(length);
        } catch (IOException e) {
            throw DiskTrouble.explain(e, paths.data(), -1);
        }
        digested = -1;
        return Sha256.end(digest);
    }

    /** Before the first byte is written, as soon as it is known how many there are. */
    private void requireRoom(long size) throws StoreException {
        if (size >= 0) {
            DiskTrouble.requireRoom(request.partialFolder(), request.key(), size - length, request.timesUnpacked() * size);
        }
    }

    private void digestUpTo(long end) throws IOException {
        if (digested == end) {
            return;
        }
        digest = Sha256.begin();
        digested = 0;
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
        channel.position(0);
        while (digested < end) {
            buffer.clear().limit((int) Math.min(BUFFER, end - digested));
            int read = channel.read(buffer);
            if (read < 0) {
                throw new StoreException(paths.data() + " became shorter while it was read.", "check the disk");
            }
            digest.update(buffer.array(), 0, read);
            digested += read;
        }
    }

    private void write(PartialState next) throws IOException {
        paths.writeState(next);
        state = next;
    }

    /** Deletes what is here. */
    void discard() throws IOException {
        forget();
        channel.close();
        paths.delete();
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            lock.close();
        }
    }
}
