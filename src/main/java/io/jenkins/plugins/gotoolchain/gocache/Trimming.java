package io.jenkins.plugins.gotoolchain.gocache;

import io.jenkins.plugins.gotoolchain.store.TreeRemoval;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** One look at all caches of a user on a node, and what goes for it. */
final class Trimming {

    static final Duration EVERY = Duration.ofHours(6);

    /** What was used in this time may be used by a build that runs now. */
    private static final long IN_USE = Duration.ofHours(1).toMillis();

    private final Path root;
    private final CacheLimits limits;
    private final long now;
    private int modules;
    private int results;
    private int folders;
    private long freed;

    Trimming(Path root, CacheLimits limits, Clock clock) {
        this.root = root;
        this.limits = limits;
        this.now = clock.millis();
    }

    /** @param alone whether no build uses them: modules are read without a trace, so it has to be known */
    Trimmed run(boolean alone) throws IOException {
        if (alone) {
            sweep();
            wholeCaches();
        }
        List<CachedThing> things = new ArrayList<>();
        long left = 0;
        for (Path base : bases()) {
            for (Path build : list(base.resolve("build"))) {
                left += CachedThing.results(build, things);
            }
            left += CachedThing.modules(base.resolve("mod"), things);
        }
        things.sort(Comparator.comparingLong(CachedThing::used));
        boolean busy = false;
        for (CachedThing thing : things) {
            if (!mayGo(thing, left)) {
                continue;
            }
            if (thing.module() && !alone) {
                busy = true;
            } else {
                left -= remove(thing);
            }
        }
        return new Trimmed(modules, results, folders, freed, left, busy);
    }

    /** Of jobs that have not built for long, and of toolchains that are gone. */
    private void wholeCaches() throws IOException {
        for (Path job : list(root.resolve("jobs"))) {
            if (isOld(time(job.resolve("used")))) {
                folder(job);
            }
        }
        for (Path base : bases()) {
            for (Path mark : list(base.resolve("build"))) {
                ofGoneToolchain(mark);
            }
        }
    }

    private boolean mayGo(CachedThing thing, long left) {
        boolean tooMuch = limits.mostBytes() > 0 && left > limits.mostBytes();
        return thing.module() ? tooMuch || isOld(thing.used()) : tooMuch && now - thing.used() > IN_USE;
    }

    private boolean isOld(long used) {
        return limits.unusedFor() != null && now - used > limits.unusedFor().toMillis();
    }

    private List<Path> bases() throws IOException {
        List<Path> all = new ArrayList<>(list(root.resolve("jobs")));
        all.add(root);
        return all;
    }

    private void ofGoneToolchain(Path mark) throws IOException {
        String name = mark.toString();
        if (name.endsWith(NodeCaches.HOME) && !Files.exists(Path.of(Files.readString(mark)))) {
            Path cache = Path.of(name.substring(0, name.length() - NodeCaches.HOME.length()));
            if (Files.exists(cache)) {
                folder(cache);
            }
            Files.deleteIfExists(mark);
        }
    }

    /** Out of sight by one rename, then away. */
    private void folder(Path folder) throws IOException {
        freed += CachedThing.bytes(folder);
        folders++;
        Path trash = Files.createDirectories(root.resolve("trash")).resolve(NodeCaches.digest(folder + " " + System.nanoTime()));
        Files.move(folder, trash);
        TreeRemoval.delete(trash);
    }

    /** What a process that was killed left. */
    private void sweep() throws IOException {
        TreeRemoval.delete(root.resolve("trash"));
    }

    private long remove(CachedThing thing) throws IOException {
        for (Path path : thing.paths()) {
            TreeRemoval.delete(path);
        }
        if (thing.module()) {
            modules++;
        } else {
            results++;
        }
        freed += thing.bytes();
        return thing.bytes();
    }

    private static long time(Path file) {
        try {
            return Files.getLastModifiedTime(file).toMillis();
        } catch (IOException e) {
            return Long.MAX_VALUE / 2; // being made
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.toList();
        }
    }
}
