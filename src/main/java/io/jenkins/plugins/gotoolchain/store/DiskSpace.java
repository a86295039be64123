package io.jenkins.plugins.gotoolchain.store;

import io.jenkins.plugins.gotoolchain.failure.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Looks for enough space before anything is written. */
final class DiskSpace {

    private static final long MIB = 1024 * 1024;

    private DiskSpace() {}

    /** @param need in bytes; a file system that does not say what it has is believed to have enough */
    static void require(Path root, long need, String what) throws StoreException {
        long usable;
        try {
            usable = Files.getFileStore(root).getUsableSpace();
        } catch (IOException e) {
            return;
        }
        if (usable < need) {
            throw new StoreException(
                    what + " needs " + (need + MIB - 1) / MIB + " MiB, " + root + " has " + usable / MIB + " MiB free",
                    "free disk space there (`prune` removes toolchains that are not used), or choose another root");
        }
    }
}
