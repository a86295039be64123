package io.jenkins.plugins.gotoolchain.store;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/** The store's own files in a toolchain's folder: which they are, and reading them with a bound and through no link. */
final class MetaFiles {

    static final String RECEIPT = ".receipt.json";
    static final String MANIFEST = ".manifest";
    static final String STAMP = ".stamp";
    static final String SIGNATURES = ".receipt.sig";

    /** The manifest of the largest tree that unpacking admits is far below this, in bytes. */
    static final int MANIFEST_LIMIT = 64 * 1024 * 1024;

    private static final Set<OpenOption> READ = Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);

    private MetaFiles() {}

    /** @param path relative to the toolchain's folder, with slashes */
    static boolean isMeta(String path) {
        return path.equals(RECEIPT) || path.equals(MANIFEST) || path.startsWith(STAMP) || path.startsWith(SIGNATURES);
    }

    /** A thread that is interrupted meanwhile still gets the bytes: to fail would look like damage. */
    static byte[] read(Path file, int limit) throws IOException {
        boolean interrupted = Thread.interrupted();
        try {
            while (true) {
                try {
                    return readOnce(file, limit);
                } catch (ClosedByInterruptException e) {
                    interrupted |= Thread.interrupted();
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static byte[] readOnce(Path file, int limit) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(file, READ)) {
            long size = channel.size();
            if (size > limit) {
                throw new IOException(file.getFileName() + " is longer than " + limit + " bytes");
            }
            ByteBuffer bytes = ByteBuffer.allocate((int) size);
            while (bytes.hasRemaining()) {
                if (channel.read(bytes) < 0) {
                    throw new EOFException(file.getFileName() + " became shorter while it was read");
                }
            }
            return bytes.array();
        }
    }

    /** Puts a file of the root in place of the one that is there, whole for whoever reads it meanwhile. Behind the gate. */
    static void replace(Path file, byte[] bytes) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + "." + ProcessHandle.current().pid() + ".new");
        Files.write(fresh, bytes);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Writes a file that is not there yet. Not forced to the disk: nor is the tree, and a cut one is found. */
    static void write(Path file, byte[] bytes) throws IOException {
        try (SeekableByteChannel channel =
                Files.newByteChannel(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
        }
    }
}
