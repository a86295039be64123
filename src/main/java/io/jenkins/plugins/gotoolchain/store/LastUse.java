package io.jenkins.plugins.gotoolchain.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Clock;

/** A moment kept as the time of a file under {@code .lock}. Where it cannot be kept it is unknown, not wrong. */
final class LastUse {

    /** Moments nearer than this to the last one are not written. */
    private static final long GRAIN = 10_000;

    private final Path file;
    private final Clock clock;

    LastUse(Path file, Clock clock) {
        this.file = file;
        this.clock = clock;
    }

    /** Milliseconds since 1970; 0 where unknown. */
    long millis() {
        try {
            return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                    .lastModifiedTime()
                    .toMillis();
        } catch (IOException e) {
            return 0;
        }
    }

    /** Whether it was at most so many milliseconds ago; a moment in the future is none. */
    boolean within(long millis) {
        long age = clock.millis() - millis();
        return age >= 0 && age <= millis;
    }

    void now() {
        long last = millis();
        long now = clock.millis();
        if (last != 0 && now - last >= 0 && now - last < GRAIN) {
            return;
        }
        try {
            if (last == 0) {
                Files.createFile(file);
            }
            Files.setLastModifiedTime(file, FileTime.fromMillis(now));
        } catch (IOException e) {
            // a store that cannot be written to keeps no times
        }
    }
}
