package io.jenkins.plugins.gotoolchain.store;

import io.jenkins.plugins.gotoolchain.failure.StoreException;
import io.jenkins.plugins.gotoolchain.release.Platform;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * An empty folder to unpack one toolchain into. Nothing in it is trusted. It is gone once this is closed, or once its
 * process has died and another one sweeps, unless it was published.
 */
public final class Staging implements AutoCloseable {

    private final StoreRoot root;
    private final GoVersion version;
    private final Platform platform;
    private final Path folder;
    private final HeldLock owner;
    private final Path ownerFile;
    private boolean open = true;

    Staging(StoreRoot root, GoVersion version, Platform platform, Path folder, HeldLock owner, Path ownerFile) {
        this.root = root;
        this.version = version;
        this.platform = platform;
        this.folder = folder;
        this.owner = owner;
        this.ownerFile = ownerFile;
    }

    /** Where to unpack: the folder becomes {@code GOROOT}. */
    public Path folder() {
        return folder;
    }

    public GoVersion version() {
        return version;
    }

    public Platform platform() {
        return platform;
    }

    boolean isOpenIn(StoreRoot other) throws StoreException {
        return open && root.path().equals(other.path());
    }

    /** Deletes what was not published. What cannot be deleted now is left to the next sweep. */
    @Override
    public void close() {
        if (!open) {
            return;
        }
        open = false;
        boolean interrupted = Thread.interrupted();
        try {
            TreeRemoval.delete(folder);
        } catch (IOException e) {
            // swept later: nobody will own it then
        }
        try {
            Files.deleteIfExists(ownerFile);
        } catch (IOException e) {
            // swept later
        }
        owner.close();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
