package io.jenkins.plugins.gotoolchain.store;

/** The right to install one toolchain, held by one thread of one process at a time. Not re-entrant. */
public final class InstallLock implements AutoCloseable {

    private final HeldLock lock;

    InstallLock(HeldLock lock) {
        this.lock = lock;
    }

    @Override
    public void close() {
        lock.sayWho("");
        lock.close();
    }
}
