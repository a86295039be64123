package io.jenkins.plugins.gotoolchain.store;

import io.jenkins.plugins.gotoolchain.failure.StoreException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * That something is in use, by any number at once, or had by one alone; in any process, by a lock on a file. It ends when
 * closed or with the process.
 */
public final class UseLock implements AutoCloseable {

    /** Whoever has it alone is soon done; in milliseconds. */
    private static final long LONGEST = 600_000;

    private final HeldLock lock;

    private UseLock(HeldLock lock) {
        this.lock = lock;
    }

    /**
     * Waits while somebody has it alone.
     *
     * @param what for a refusal: {@code "the caches to be usable"}
     */
    public static UseLock share(Path file, String what) throws StoreException, InterruptedException {
        return new UseLock(new LockWait(what, file, null).shared(LONGEST));
    }

    /** @return empty where somebody uses it */
    public static Optional<UseLock> alone(Path file) throws StoreException {
        return Optional.ofNullable(LeaseFile.tryTake(file)).map(UseLock::new);
    }

    @Override
    public void close() {
        lock.close();
    }
}
