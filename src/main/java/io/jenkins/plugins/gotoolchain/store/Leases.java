package io.jenkins.plugins.gotoolchain.store;

import io.jenkins.plugins.gotoolchain.failure.StoreException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.time.Clock;

/** Gives leases on toolchains that are still there. */
final class Leases {

    /** Whoever removes holds the file for a moment only; in milliseconds. */
    private static final long LONGEST = 60_000;

    private final StoreRoot root;
    private final Clock clock;

    Leases(StoreRoot root, Clock clock) {
        this.root = root;
        this.clock = clock;
    }

    Lease take(Toolchain toolchain) throws StoreException, InterruptedException {
        String name = toolchain.name();
        HeldLock lock = null;
        try {
            root.prepare();
            lock = new LockWait("Go " + toolchain.version() + " to be usable", root.lockFile(name, "lease"), null)
                    .shared(LONGEST);
        } catch (StoreException e) {
            if (Files.isWritable(root.path())) {
                throw e;
            }
        }
        if (!Files.exists(toolchain.home().resolve(MetaFiles.RECEIPT), LinkOption.NOFOLLOW_LINKS)) {
            if (lock != null) {
                lock.close();
            }
            throw new StoreException(toolchain + " was removed by someone else just now", "run again");
        }
        return new Lease(lock, new LastUse(root.lockFile(name, "used"), clock));
    }
}
