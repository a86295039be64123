package io.jenkins.plugins.gotoolchain.buildcache;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A {@code GOCACHE} as the go command keeps it (cmd/go/internal/cache), which is read and never written. There an output's id
 * is the SHA-256 of its body, so that what is damaged or cut is noticed.
 */
final class GoResults {

    private static final Pattern FORM = Pattern.compile("v1 ([0-9a-f]{64}) ([0-9a-f]{64}) +([0-9]{1,10}) +([0-9]{1,19})\n");
    private static final int MOST_OF_ENTRY = 200;

    private final Path folder;

    GoResults(Path folder) {
        this.folder = folder;
    }

    /** @return the record of an action whose body was copied into the file, byte for byte; else empty */
    Optional<CacheRecord> copy(String action, Path file) {
        if (action.length() != 64) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(place(action, "-a"))) {
            Matcher form = FORM.matcher(new String(in.readNBytes(MOST_OF_ENTRY), StandardCharsets.US_ASCII));
            if (!form.matches() || !form.group(1).equals(action)) {
                return Optional.empty();
            }
            String output = form.group(2);
            long size = Long.parseLong(form.group(3));
            MessageDigest digest = CacheFolder.sha256();
            try (OutputStream out = new DigestOutputStream(Files.newOutputStream(file), digest)) {
                Files.copy(place(output, "-d"), out);
            }
            if (Files.size(file) != size || !HexFormat.of().formatHex(digest.digest()).equals(output)) {
                return Optional.empty();
            }
            Instant time = Instant.ofEpochMilli(Long.parseLong(form.group(4)) / 1_000_000);
            return Optional.of(new CacheRecord(action, output, size, output, time));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private Path place(String hex, String kind) {
        return folder.resolve(hex.substring(0, 2)).resolve(hex + kind);
    }
}
