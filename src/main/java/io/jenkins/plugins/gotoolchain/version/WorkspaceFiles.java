package io.jenkins.plugins.gotoolchain.version;

import io.jenkins.plugins.gotoolchain.failure.VersionException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads small text files of a workspace that nobody vouches for: a path, links followed, must end at a plain file
 * inside it, so that no build can have a file of the node read, or a pipe or device opened.
 */
final class WorkspaceFiles {

    /** The most that is read of a go.mod or go.work, in bytes. Real ones have some tens of thousands. */
    static final int MODULE = 1 << 20;

    /** The most that is read of the other files, in bytes. */
    static final int SMALL = 1 << 16;

    private final Path root;

    WorkspaceFiles(Path workspace) throws IOException {
        try {
            root = workspace.toRealPath();
        } catch (NoSuchFileException e) {
            throw new VersionException(
                    "the workspace " + workspace + " does not exist, so no file in it can say the version of Go",
                    "check out the sources first, or name a version such as 1.24.1");
        }
    }

    /** Whether there is anything of that name, a dangling link included. */
    boolean exists(String path) {
        return Files.exists(root.resolve(path), LinkOption.NOFOLLOW_LINKS);
    }

    /** The text, decoded as UTF-8, without a byte-order mark. */
    String read(String path, int maxBytes) throws IOException {
        Path file;
        try {
            file = root.resolve(path).toRealPath();
        } catch (NoSuchFileException e) {
            throw new VersionException(
                    exists(path)
                            ? path + " is a link to a file that is not there"
                            : "there is no " + path + " in the workspace " + root,
                    "add the file, or name a version such as 1.24.1");
        } catch (IOException e) {
            throw unreadable(path, e);
        }
        if (!file.startsWith(root)) {
            throw new VersionException(
                    path + " is a link that leaves the workspace; it was not read", "put the file itself there");
        }
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new VersionException(
                    path + (Files.isDirectory(file) ? " is a folder" : " is not a plain file") + ", so it says no version",
                    "put a file there, or name a version such as 1.24.1");
        }
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            bytes = in.readNBytes(maxBytes + 1);
        } catch (IOException e) {
            throw unreadable(path, e);
        }
        if (bytes.length > maxBytes) {
            throw new VersionException(
                    path + " is larger than " + maxBytes / 1024 + " KiB; it was not read", "name a version such as 1.24.1");
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    private VersionException unreadable(String path, IOException e) {
        return new VersionException(
                path + " cannot be read: " + e.getClass().getSimpleName(),
                List.of(),
                "look at the file in the workspace " + root,
                e);
    }
}
