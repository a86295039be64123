package io.jenkins.plugins.gotoolchain.trust.openpgp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * The pinned key as it was fetched before, on disk: its packets, in a file of its own. What is read from here is checked
 * like what is fetched, so a damaged or exchanged file costs one more request and nothing else; nor does it matter when
 * the disk does not take it.
 */
final class KeptKey {

    private static final int MOST_BYTES = 1 << 20;

    private final Path folder;
    private final Path file;
    private final Fingerprint pinned;

    KeptKey(Path folder, Fingerprint pinned) {
        this.folder = folder.resolve("openpgp");
        this.file = this.folder.resolve(pinned + ".pgp");
        this.pinned = pinned;
    }

    /** @return null where there is none, or none that can be used */
    SigningKey read() {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
                return null;
            }
            return SigningKey.decode(Files.readAllBytes(file), pinned);
        } catch (IOException | MalformedException e) {
            return null;
        }
    }

    /** Whether it was fetched longer ago than that, or at a time that has not come yet. */
    boolean isOlderThan(Duration age, Instant now) {
        try {
            Instant fetched = Files.getLastModifiedTime(file).toInstant();
            return fetched.isBefore(now.minus(age)) || fetched.isAfter(now.plus(age));
        } catch (IOException e) {
            return true;
        }
    }

    void countsAsFetched(Instant time) {
        try {
            Files.setLastModifiedTime(file, FileTime.from(time));
        } catch (IOException e) {
            // then it is fetched more often
        }
    }

    void keep(SigningKey key, Instant now) {
        byte[] packets = key.encoded();
        Path temporary = folder.resolve(".new-" + UUID.randomUUID());
        try {
            Files.createDirectories(folder);
            Files.write(temporary, packets);
            Files.setLastModifiedTime(temporary, FileTime.from(now));
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            forget(temporary);
        }
    }

    private static void forget(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // a leftover does no harm: nobody reads it
        }
    }
}
