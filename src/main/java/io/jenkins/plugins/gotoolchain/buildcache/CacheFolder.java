package io.jenkins.plugins.gotoolchain.buildcache;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Records and bodies on disk. A file gets its name by one atomic rename, so any number of processes may share a folder. */
final class CacheFolder {

    /** What was used in this time stays, for it may have been given to a build that goes on. */
    static final Duration IN_USE = Duration.ofHours(1);

    private static final Duration WORTH_A_TOUCH = Duration.ofMinutes(10);

    private final Path root;
    private final Clock clock;
    private final Set<Path> given = ConcurrentHashMap.newKeySet();

    CacheFolder(Path root, Clock clock) throws IOException {
        this.root = root.toAbsolutePath().normalize();
        this.clock = clock;
        Files.createDirectories(temporaries());
        sweep();
    }

    /** @return the record of an action whose body is there, and of the right size; else empty */
    Optional<CacheRecord> find(String action) {
        Path file = place("a", action);
        try (InputStream in = Files.newInputStream(file)) {
            Optional<CacheRecord> record = CacheRecord.parse(action, in.readNBytes(CacheRecord.MOST_BYTES + 1));
            if (record.isEmpty()) {
                return record;
            }
            Path body = body(record.get().output());
            // In use before it is looked at: whoever evicts leaves it alone from here on.
            touch(body);
            if (!Files.isRegularFile(body) || Files.size(body) != record.get().size()) {
                return Optional.empty();
            }
            given.add(body);
            touch(file);
            return record;
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    Path body(String output) {
        return place("d", output);
    }

    /** A new name for something that is not whole yet. */
    Path temporary() {
        return temporaries().resolve(UUID.randomUUID().toString());
    }

    /** Puts a whole body, and then its record, in place. */
    void publish(Path written, CacheRecord record) throws IOException {
        Path body = body(record.output());
        given.add(body);
        move(written, body);
        publish(record);
    }

    /** Puts the record of a body in place that is there already. */
    void publish(CacheRecord record) throws IOException {
        given.add(body(record.output()));
        Path text = temporary();
        try {
            Files.write(text, record.bytes());
            move(text, place("a", record.action()));
        } finally {
            Files.deleteIfExists(text);
        }
    }

    /** Whether the body that is there is, byte for byte, the one of this record. */
    boolean holds(CacheRecord record) {
        Path body = body(record.output());
        try {
            if (!Files.isRegularFile(body) || Files.size(body) != record.size()) {
                return false;
            }
            touch(body);
            MessageDigest digest = sha256();
            try (InputStream in = Files.newInputStream(body)) {
                in.transferTo(new java.security.DigestOutputStream(OutputStream.nullOutputStream(), digest));
            }
            return HexFormat.of().formatHex(digest.digest()).equals(record.sha256());
        } catch (IOException e) {
            return false;
        }
    }

    /** Says again that what was given out is in use, for builds that take longer than others wait. */
    void keepGiven() {
        for (Path body : given) {
            touch(body);
        }
    }

    /** Removes what was used longest ago until all takes no more than so much, but nothing that may be in use. */
    void evict(long mostBytes) throws IOException {
        List<Seen> files = new ArrayList<>();
        for (String kind : List.of("a", "d")) {
            if (Files.isDirectory(root.resolve(kind))) {
                try (Stream<Path> all = Files.walk(root.resolve(kind), 2)) {
                    all.forEach(path -> Seen.of(path).ifPresent(files::add));
                }
            }
        }
        long total = files.stream().mapToLong(Seen::size).sum();
        files.sort(Comparator.comparing(Seen::used));
        for (Seen file : files) {
            if (total <= mostBytes) {
                return;
            }
            Optional<Seen> now = Seen.of(file.path());
            if (now.isPresent() && isOld(now.get().used()) && !given.contains(file.path())) {
                Files.deleteIfExists(file.path());
                total -= file.size();
            }
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private void sweep() throws IOException {
        try (Stream<Path> left = Files.list(temporaries())) {
            for (Path path : left.toList()) {
                if (Seen.of(path).filter(seen -> isOld(seen.used())).isPresent()) {
                    Files.deleteIfExists(path);
                }
            }
        }
    }

    private boolean isOld(Instant used) {
        return used.isBefore(clock.instant().minus(IN_USE));
    }

    private void touch(Path path) {
        try {
            Instant now = clock.instant();
            if (Files.getLastModifiedTime(path).toInstant().isBefore(now.minus(WORTH_A_TOUCH))) {
                Files.setLastModifiedTime(path, FileTime.from(now));
            }
        } catch (IOException e) {
            // it is gone, or another user's: both show when it is read
        }
    }

    private static void move(Path from, Path to) throws IOException {
        Files.createDirectories(to.resolveSibling("."));
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private Path temporaries() {
        return root.resolve("tmp");
    }

    private Path place(String kind, String hex) {
        return root.resolve(kind).resolve(hex.substring(0, 2)).resolve(hex);
    }

    private record Seen(Path path, long size, Instant used) {
        static Optional<Seen> of(Path path) {
            try {
                return Files.isRegularFile(path)
                        ? Optional.of(new Seen(path, Files.size(path), Files.getLastModifiedTime(path).toInstant()))
                        : Optional.empty();
            } catch (IOException e) {
                return Optional.empty();
            }
        }
    }
}
