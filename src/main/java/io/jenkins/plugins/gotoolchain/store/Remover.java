package io.jenkins.plugins.gotoolchain.store;

import io.jenkins.plugins.gotoolchain.failure.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** Removes a toolchain: first out of sight by one rename, then away. */
final class Remover {

    /** What became of it. */
    enum Outcome {
        REMOVED,
        ABSENT,
        IN_USE
    }

    private final StoreRoot root;
    private final Gate gate;

    Remover(StoreRoot root, Gate gate) {
        this.root = root;
        this.gate = gate;
    }

    Outcome remove(String name, boolean evenInUse) throws StoreException, InterruptedException {
        Path home = root.path().resolve(name);
        Path trash;
        try (HeldLock held = gate.enter();
                HeldLock unused = LeaseFile.tryTake(root.lockFile(name, "lease"))) {
            if (!Files.exists(home, LinkOption.NOFOLLOW_LINKS)) {
                return Outcome.ABSENT;
            }
            if (unused == null && !evenInUse) {
                return Outcome.IN_USE;
            }
            trash = root.unused(StoreRoot.TRASH, name);
            Moves.rename(home, trash);
        } catch (IOException e) {
            throw StoreFailure.of(e, "removing a toolchain", home);
        }
        try {
            TreeRemoval.delete(trash);
        } catch (IOException e) {
            // out of sight already; the next sweep deletes it
        }
        return Outcome.REMOVED;
    }
}
