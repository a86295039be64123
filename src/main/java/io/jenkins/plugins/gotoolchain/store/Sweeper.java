package io.jenkins.plugins.gotoolchain.store;

import io.jenkins.plugins.gotoolchain.failure.StoreException;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Removes what dead owners left: stagings whose lock nobody holds, what was being deleted, partials and damaged
 * toolchains of more than a week ago.
 */
final class Sweeper {

    static final String OWNER = ".owner";
    static final Duration OLD = Duration.ofDays(7);
    /** How many damaged toolchains are kept to be looked at. */
    static final int ASIDE_KEPT = 2;

    private final StoreRoot root;
    private final Gate gate;
    private final Clock clock;

    Sweeper(StoreRoot root, Gate gate, Clock clock) {
        this.root = root;
        this.gate = gate;
        this.clock = clock;
    }

    /** What cannot be deleted now is left to the next time. */
    void sweep() throws StoreException, InterruptedException {
        root.prepare();
        abandonedStagings();
        removeOld(StoreRoot.PARTIAL, Integer.MAX_VALUE);
        removeOld(StoreRoot.ASIDE, ASIDE_KEPT);
        emptyTrash();
    }

    void emptyTrash() throws StoreException {
        for (Path trash : entries(root.room(StoreRoot.TRASH))) {
            try {
                TreeRemoval.delete(trash);
            } catch (IOException e) {
                // in use on Windows, or another one deletes it too
            }
        }
    }

    private void abandonedStagings() throws StoreException, InterruptedException {
        if (entries(root.room(StoreRoot.STAGING)).isEmpty()) {
            return;
        }
        try (HeldLock held = gate.enter()) {
            for (Path entry : entries(root.room(StoreRoot.STAGING))) {
                sweepStaging(entry);
            }
        }
    }

    /** In the gate, so that no owner is between making its lock's file and locking it. */
    private void sweepStaging(Path entry) throws StoreException, InterruptedException {
        String name = entry.getFileName().toString();
        boolean isLock = name.endsWith(OWNER);
        Path lockFile = isLock ? entry : entry.resolveSibling(name + OWNER);
        Path folder =
                isLock ? entry.resolveSibling(name.substring(0, name.length() - OWNER.length())) : entry;
        HeldLock lock = HeldLock.tryExclusive(lockFile);
        if (lock == null) {
            return;
        }
        try {
            if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
                Moves.rename(folder, root.unused(StoreRoot.TRASH, folder.getFileName().toString()));
            }
            Files.deleteIfExists(lockFile);
        } catch (IOException e) {
            // the next time
        } finally {
            lock.close();
        }
    }

    private void removeOld(String room, int most) throws StoreException {
        List<Path> entries = entries(root.room(room));
        entries.sort(Comparator.comparingLong(Sweeper::time).reversed());
        long oldest = clock.millis() - OLD.toMillis();
        int kept = 0;
        for (Path entry : entries) {
            boolean isNote = entry.getFileName().toString().endsWith(Aside.NOTE);
            if (time(entry) >= oldest && (isNote || kept < most)) {
                kept += isNote ? 0 : 1;
                continue;
            }
            try {
                TreeRemoval.delete(entry);
            } catch (IOException e) {
                // the next time
            }
        }
    }

    private static long time(Path path) {
        try {
            return Files.getLastModifiedTime(path, LinkOption.NOFOLLOW_LINKS).toMillis();
        } catch (IOException e) {
            return 0;
        }
    }

    static List<Path> entries(Path folder) {
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            for (Path entry : stream) {
                entries.add(entry);
            }
        } catch (IOException | DirectoryIteratorException e) {
            // what cannot be listed is not there for us
        }
        return entries;
    }
}
