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
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
        oldPartials();
        oldAsides();
        emptyTrash();
    }

    void emptyTrash() throws StoreException {
        for (Path trash : entries(root.room(StoreRoot.TRASH))) {
            delete(trash);
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

    /**
     * A partial is the files that have its name in common; the youngest gives its age. A download that runs is young,
     * and lock files, which someone may hold however old they are, stay.
     */
    private void oldPartials() throws StoreException {
        List<Path> entries = entries(root.room(StoreRoot.PARTIAL));
        Map<String, Long> youngest = new HashMap<>();
        for (Path entry : entries) {
            youngest.merge(partialOf(entry), time(entry), Math::max);
        }
        for (Path entry : entries) {
            if (!entry.toString().endsWith(".lock") && youngest.get(partialOf(entry)) < oldest()) {
                delete(entry);
            }
        }
    }

    private static String partialOf(Path entry) {
        String name = entry.getFileName().toString();
        int part = name.indexOf(".part");
        return part < 0 ? name : name.substring(0, part);
    }

    private void oldAsides() throws StoreException {
        List<Path> youngestFirst = entries(root.room(StoreRoot.ASIDE));
        youngestFirst.sort(Comparator.comparingLong(Sweeper::time).reversed());
        int kept = 0;
        for (Path entry : youngestFirst) {
            boolean isNote = entry.toString().endsWith(Aside.NOTE);
            if (time(entry) >= oldest() && (isNote || kept < ASIDE_KEPT)) {
                kept += isNote ? 0 : 1;
            } else {
                delete(entry);
            }
        }
    }

    private long oldest() {
        return clock.millis() - OLD.toMillis();
    }

    private static void delete(Path entry) {
        try {
            TreeRemoval.delete(entry);
        } catch (IOException e) {
            // in use on Windows, or another one deletes it too: the next time
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
