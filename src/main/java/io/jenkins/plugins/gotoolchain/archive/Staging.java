package io.jenkins.plugins.gotoolchain.archive;

import io.jenkins.plugins.gotoolchain.failure.StoreException;
import java.io.File;
import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * The empty folder that a tree is made in: makes its files and folders with the modes that Go's have, 755 and 644, less
 * what the process's umask takes away.
 */
final class Staging {

    private static final Set<OpenOption> NEW = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    private static final FileAttribute<?>[] EXECUTABLE = mode("rwxr-xr-x");
    private static final FileAttribute<?>[] PLAIN = mode("rw-r--r--");

    private final Path root;
    private final String prefix;
    private final boolean plainByDefault;

    /** @throws StoreException where the folder is not there or not empty */
    Staging(Path root) throws StoreException {
        this.root = root;
        prefix = root.toString() + File.separatorChar;
        try (DirectoryStream<Path> content = Files.newDirectoryStream(root)) {
            if (content.iterator().hasNext()) {
                throw new StoreException(
                        root + " is not empty, so nothing can be unpacked into it", "Remove it, then install again.");
            }
            plainByDefault = !POSIX || defaultIsPlain();
        } catch (StoreException e) {
            throw e;
        } catch (IOException e) {
            throw Refusal.unwritable(root.toString(), e);
        }
    }

    private static FileAttribute<?>[] mode(String permissions) {
        return POSIX
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    /** Whether the umask makes a file that is opened the quick way one that only its owner can write. */
    private boolean defaultIsPlain() throws IOException {
        Path probe = root.resolve(".mode");
        new FileOutputStream(probe.toFile()).close();
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(probe);
        Files.delete(probe);
        return !permissions.contains(PosixFilePermission.GROUP_WRITE)
                && !permissions.contains(PosixFilePermission.OTHERS_WRITE);
    }

    /** A file in the folder, whether or not it is there. */
    File file(String path) {
        return new File(prefix + path);
    }

    /**
     * Opens a new file. Where the umask allows it this is the quick way, which takes half the time of a channel; that no
     * name comes twice is for the caller to see to.
     */
    OutputStream create(File file, boolean executable) throws IOException {
        if (executable || !plainByDefault) {
            return Channels.newOutputStream(FileChannel.open(file.toPath(), NEW, executable ? EXECUTABLE : PLAIN));
        }
        return new FileOutputStream(file);
    }

    /** Makes a folder in one that is there. */
    void createFolder(String path) throws StoreException {
        if (!LocalNames.canBeWritten(path)) {
            throw LocalNames.unwritable(prefix + path);
        }
        try {
            Files.createDirectory(Path.of(prefix + path), EXECUTABLE);
        } catch (IOException e) {
            throw failed(path, e);
        }
    }

    /** Makes a symbolic link; only when all files are there. */
    void createLink(String path, String target) throws StoreException {
        if (!LocalNames.canBeWritten(path) || !LocalNames.canBeWritten(target)) {
            throw LocalNames.unwritable(prefix + path);
        }
        try {
            Files.createSymbolicLink(Path.of(prefix + path), Path.of(target));
        } catch (UnsupportedOperationException e) {
            throw failed(path, new IOException("there are no links on this file system"));
        } catch (IOException e) {
            throw failed(path, e);
        }
    }

    StoreException failed(String path, IOException e) {
        String said = e instanceof FileNotFoundException ? e.getMessage() : null;
        if (said != null && said.startsWith(prefix + path + " (") && said.endsWith(")")) {
            said = said.substring(prefix.length() + path.length() + 2, said.length() - 1);
            return Refusal.unwritable(prefix + path, new IOException(said, e));
        }
        return Refusal.unwritable(prefix + path, e);
    }
}
