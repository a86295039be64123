package io.jenkins.plugins.gotoolchain.store;

import io.jenkins.plugins.gotoolchain.failure.StoreException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Waits for a lock: asks again and again, says that it waits, gives up at last. Interruption ends it at once. */
final class LockWait {

    private static final long NEXT_NOTICE = 60_000;

    private final String what;
    private final Path file;
    private final Consumer<String> waiting;

    /**
     * @param what for the notice: {@code "Go 1.24.1 for linux/amd64 to be installed"}
     * @param waiting null where nobody is told
     */
    LockWait(String what, Path file, Consumer<String> waiting) {
        this.what = what;
        this.file = file;
        this.waiting = waiting;
    }

    /** @param longest in milliseconds */
    HeldLock exclusive(long longest) throws StoreException, InterruptedException {
        return take(false, longest);
    }

    /** @param longest in milliseconds */
    HeldLock shared(long longest) throws StoreException, InterruptedException {
        return take(true, longest);
    }

    private HeldLock take(boolean shared, long longest) throws StoreException, InterruptedException {
        long start = System.nanoTime();
        long notice = 0;
        long pause = 2;
        while (true) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            HeldLock lock = shared ? HeldLock.tryShared(file) : HeldLock.tryExclusive(file);
            if (lock != null) {
                return lock;
            }
            long waited = (System.nanoTime() - start) / 1_000_000;
            if (waited >= longest) {
                throw new StoreException(
                        "waited " + waited / 1000 + " s for " + what + ": " + HeldLock.holder(file) + " still holds " + file,
                        "see what that process does; when it is gone its lock is gone too");
            }
            if (waiting != null && waited >= notice) {
                waiting.accept("Waiting for " + what + " (" + HeldLock.holder(file) + " is at it, " + waited / 1000 + " s so far)");
                notice = waited + NEXT_NOTICE;
            }
            Thread.sleep(pause);
            pause = Math.min(pause * 2, 100);
        }
    }
}
