package io.jenkins.plugins.gotoolchain.source;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * Keeps what indexes and lists answered, a file each. Any number of processes may read and write at once: a file is
 * replaced whole by a rename. What is damaged is as good as absent. An answer from here counts as its origin's own
 * word, no better and no worse.
 */
final class IndexCache {

    /** No index is near that; what is bigger is not read. */
    private static final long MOST_BYTES = 64L << 20;

    private final Path folder;
    private final Clock clock;

    /** @param folder made when something is kept; null to keep nothing */
    IndexCache(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    /** How old it is; a time in the future, after the clock was set back, is as old as can be. */
    Duration age(StoredAnswer answer) {
        Duration age = Duration.between(answer.at(), now());
        return age.compareTo(Duration.ofMinutes(-1)) < 0 ? Duration.ofDays(36500) : age.isNegative() ? Duration.ZERO : age;
    }

    /** Null where nothing readable is kept of it. */
    StoredAnswer find(URI uri) {
        if (folder == null) {
            return null;
        }
        Path file = file(uri);
        try {
            return Files.size(file) > MOST_BYTES ? null : StoredAnswer.read(Files.readAllBytes(file), uri.toString());
        } catch (IOException e) {
            return null;
        }
    }

    /** Keeps it, as long as the disk allows: without it, the next one asks again, and that is all. */
    void keep(StoredAnswer answer) {
        if (folder == null) {
            return;
        }
        Path file = file(URI.create(answer.uri()));
        Path fresh = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".new");
        try {
            Files.createDirectories(folder);
            Files.write(fresh, answer.bytes());
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            try {
                Files.deleteIfExists(fresh);
            } catch (IOException ignored) {
                // Windows: somebody reads it; a name of its own does no harm
            }
        }
    }

    private Path file(URI uri) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(uri.toString().getBytes(StandardCharsets.UTF_8));
            return folder.resolve(HexFormat.of().formatHex(digest, 0, 16) + ".answer");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
