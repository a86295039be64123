package io.jenkins.plugins.gotoolchain.archive;

import io.jenkins.plugins.gotoolchain.failure.StoreException;
import io.jenkins.plugins.gotoolchain.tree.TreeEntry;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Creates the files and folders of a tree, one thread's worth of them. A file gets its mode when it is made, and is
 * hashed while it is written. Never follows or overwrites what is there already.
 */
final class TreeWriter {

    private static final Set<OpenOption> NEW = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    private static final FileAttribute<?>[] EXECUTABLE = mode("rwxr-xr-x");
    private static final FileAttribute<?>[] PLAIN = mode("rw-r--r--");
    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private final String root;
    private final MessageDigest sha256 = newSha256();
    private String path;
    private FileChannel channel;

    TreeWriter(Path root) {
        this.root = root.toString() + File.separatorChar;
    }

    private static FileAttribute<?>[] mode(String permissions) {
        return POSIX
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    void open(String path, boolean executable) throws StoreException, InterruptedException {
        this.path = path;
        try {
            channel = FileChannel.open(Path.of(root + path), NEW, executable ? EXECUTABLE : PLAIN);
        } catch (InvalidPathException e) {
            throw unnameable(root + path);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    void write(byte[] data, int offset, int length) throws StoreException, InterruptedException {
        sha256.update(data, offset, length);
        ByteBuffer bytes = ByteBuffer.wrap(data, offset, length);
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** @return the SHA-256 of what was written, in lower-case hex */
    String close() throws StoreException, InterruptedException {
        try {
            channel.close();
        } catch (IOException e) {
            throw failed(e);
        }
        channel = null;
        return hex(sha256.digest());
    }

    /** Closes what an error left open. */
    void abandon() {
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException e) {
                // the error that led here says more
            }
            channel = null;
        }
    }

    /** Sets when a file was last changed, in seconds since 1970. */
    void touch(String path, long seconds) throws StoreException {
        if (!new File(root + path).setLastModified(seconds * 1000)) {
            throw Refusal.unwritable(root + path, new IOException("its time cannot be set"));
        }
    }

    static TreeEntry linkEntry(String path, String target) {
        byte[] bytes = target.getBytes(StandardCharsets.UTF_8);
        return new TreeEntry(path, 0, false, hex(newSha256().digest(bytes)), target);
    }

    /** Makes symbolic links; only when all files are there. */
    static void makeLinks(Path root, List<TreeEntry> links) throws StoreException {
        for (TreeEntry link : links) {
            Path path = root.resolve(link.path());
            try {
                Files.createSymbolicLink(path, Path.of(link.linkTarget()));
            } catch (InvalidPathException e) {
                throw unnameable(path.toString());
            } catch (UnsupportedOperationException e) {
                throw Refusal.unwritable(path.toString(), new IOException("there are no links on this file system"));
            } catch (IOException e) {
                throw Refusal.unwritable(path.toString(), e);
            }
        }
    }

    private static StoreException unnameable(String path) {
        return new StoreException(
                Refusal.printable(path) + " cannot be written: this Java's locale has no such characters",
                "Start it with LC_ALL=C.UTF-8 in its environment.");
    }

    private StoreException failed(IOException e) throws InterruptedException {
        if (e instanceof ClosedChannelException) {
            throw new InterruptedException();
        }
        return Refusal.unwritable(root + path, e);
    }

    static String hex(byte[] digest) {
        char[] text = new char[digest.length * 2];
        for (int i = 0; i < digest.length; i++) {
            text[2 * i] = HEX[digest[i] >> 4 & 15];
            text[2 * i + 1] = HEX[digest[i] & 15];
        }
        return new String(text);
    }

    /** Makes a folder and those above it, each once. */
    static final class Folders {

        private static final FileAttribute<?>[] MODE = mode("rwxr-xr-x");

        private final String root;
        private final Set<String> made = new HashSet<>();
        private String last = "";

        Folders(Path root) {
            this.root = root.toString() + File.separatorChar;
        }

        void parentOf(String path) throws StoreException {
            int slash = path.lastIndexOf('/');
            if (slash > 0 && !(slash == last.length() && path.startsWith(last))) {
                last = path.substring(0, slash);
                make(last);
            }
        }

        void make(String path) throws StoreException {
            if (!made.add(path)) {
                return;
            }
            int slash = path.lastIndexOf('/');
            if (slash > 0) {
                make(path.substring(0, slash));
            }
            try {
                Files.createDirectory(Path.of(root + path), MODE);
            } catch (InvalidPathException e) {
                throw unnameable(root + path);
            } catch (FileAlreadyExistsException e) {
                throw Refusal.unwritable(root + path, new IOException("the staging folder was not empty"));
            } catch (IOException e) {
                throw Refusal.unwritable(root + path, e);
            }
        }
    }
}
