package io.jenkins.plugins.gotoolchain.store;

import io.jenkins.plugins.gotoolchain.failure.StoreException;
import io.jenkins.plugins.gotoolchain.release.Platform;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Where things are. The root may be a link to a folder; what is in it may not. */
final class StoreRoot {

    static final String STAGING = ".staging";
    static final String PARTIAL = ".partial";
    static final String LOCK = ".lock";
    static final String CACHE = ".cache";
    static final String ASIDE = ".aside";
    static final String TRASH = ".trash";
    static final String TIMELINES = ".timelines";
    static final String DEFAULT = ".default";
    private static final String[] ROOMS = {STAGING, PARTIAL, LOCK, CACHE, ASIDE, TRASH, TIMELINES};

    private static final AtomicLong COUNT = new AtomicLong();

    private final Path asked;
    private volatile Path real;

    StoreRoot(Path asked) {
        this.asked = asked.toAbsolutePath().normalize();
    }

    static String name(GoVersion version, Platform platform) {
        return version.goName() + "." + platform.dashed();
    }

    /** The folder, without links on the way so that all stores on it agree on the names of locks; as asked if absent. */
    Path path() throws StoreException {
        Path known = real;
        if (known != null) {
            return known;
        }
        try {
            known = asked.toRealPath();
        } catch (IOException e) {
            return asked;
        }
        if (!Files.isDirectory(known)) {
            throw new StoreException(
                    "the store's root " + asked + " is a file, not a folder", "name a folder as root, or move that file");
        }
        real = known;
        return known;
    }

    Path room(String room) throws StoreException {
        return path().resolve(room);
    }

    Path home(GoVersion version, Platform platform) throws StoreException {
        return path().resolve(name(version, platform));
    }

    Path lockFile(String name, String kind) throws StoreException {
        return path().resolve(LOCK).resolve(name + "." + kind);
    }

    /** Makes what is missing of the root and its rooms; looked at each time, since someone may clear a disk. */
    void prepare() throws StoreException {
        try {
            Files.createDirectories(path());
        } catch (FileAlreadyExistsException e) {
            throw new StoreException(
                    "the store's root " + asked + " cannot be made: a file is in its way", "choose another root");
        } catch (IOException e) {
            throw StoreFailure.of(e, "making the store's root", asked);
        }
        for (String room : ROOMS) {
            makeRoom(path().resolve(room));
        }
    }

    private static void makeRoom(Path room) throws StoreException {
        if (Files.isDirectory(room, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try {
            Files.createDirectory(room);
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(room, LinkOption.NOFOLLOW_LINKS)) {
                throw new StoreException(
                        room + " is a link or a file where the store needs a folder of its own",
                        "find out who put it there, then remove it");
            }
        } catch (IOException e) {
            throw StoreFailure.of(e, "making a folder of the store", room);
        }
    }

    /** A name in one of the rooms that nobody else uses. */
    Path unused(String room, String name) throws StoreException {
        return room(room)
                .resolve(name + "-" + Long.toString(System.currentTimeMillis(), 36) + "-"
                        + Long.toString(System.nanoTime() & 0xffffffffL, 36)
                        + Long.toString(ProcessHandle.current().pid(), 36) + COUNT.incrementAndGet());
    }

    /** What whoever runs the node should know about the root; nothing where it is as it should be. */
    Optional<String> concern() throws StoreException {
        Path root = path();
        try {
            PosixFileAttributeView view = Files.getFileAttributeView(root, PosixFileAttributeView.class);
            PosixFileAttributes attributes = view == null ? null : view.readAttributes();
            if (attributes != null && attributes.permissions().contains(PosixFilePermission.OTHERS_WRITE)) {
                return Optional.of("Every user of this machine may change the toolchains in " + root
                        + ": take that right away (chmod o-w " + root + ")");
            }
        } catch (IOException e) {
            // not there yet
        }
        return Optional.empty();
    }
}
