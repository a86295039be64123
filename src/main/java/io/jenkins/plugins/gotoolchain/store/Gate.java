package io.jenkins.plugins.gotoolchain.store;

import io.jenkins.plugins.gotoolchain.failure.StoreException;

/** Whoever gives or takes away a name in the store goes through here, one at a time, for the moment it takes. */
final class Gate {

    private static final long LONGEST = 120_000;

    private final StoreRoot root;

    Gate(StoreRoot root) {
        this.root = root;
    }

    HeldLock enter() throws StoreException, InterruptedException {
        root.prepare();
        return new LockWait("a moment's change in " + root.path(), root.lockFile("names", "lock"), null)
                .exclusive(LONGEST);
    }
}
