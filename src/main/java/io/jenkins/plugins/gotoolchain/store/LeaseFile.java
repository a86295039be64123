package io.jenkins.plugins.gotoolchain.store;

import io.jenkins.plugins.gotoolchain.failure.StoreException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;

/** The file that leases lock, each sharing it. Whoever has it alone knows that there is no lease. */
final class LeaseFile {

    /** Others look too, each for a moment: that is not taken for a lease. */
    private static final int TRIES = 4;

    private static final long PAUSE_NANOS = 10_000_000;

    private LeaseFile() {}

    /** @return null where a lease is held */
    static HeldLock tryTake(Path file) throws StoreException {
        for (int attempt = 1; ; attempt++) {
            HeldLock lock = HeldLock.tryExclusive(file);
            if (lock != null || attempt == TRIES) {
                return lock;
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    /** Only looks. Where nobody may lock here, nobody could take anything away either. */
    static boolean isHeld(Path file) {
        if (!Files.exists(file)) {
            return false;
        }
        try (HeldLock lock = tryTake(file)) {
            return lock == null;
        } catch (StoreException e) {
            return false;
        }
    }
}
