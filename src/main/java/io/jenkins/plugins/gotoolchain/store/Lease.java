package io.jenkins.plugins.gotoolchain.store;

/**
 * That a toolchain is in use: it is neither pruned nor, unless forced, removed. Any number at once, in any process;
 * it ends when closed or with the process.
 */
public final class Lease implements AutoCloseable {

    private final HeldLock lock;
    private final LastUse lastUse;

    /** @param lock null where the store cannot be written to, so that nobody here could remove anything either */
    Lease(HeldLock lock, LastUse lastUse) {
        this.lock = lock;
        this.lastUse = lastUse;
    }

    @Override
    public void close() {
        lastUse.now();
        if (lock != null) {
            lock.close();
        }
    }
}
