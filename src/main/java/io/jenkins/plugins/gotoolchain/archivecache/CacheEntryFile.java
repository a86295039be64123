package io.jenkins.plugins.gotoolchain.archivecache;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** What is known of an archive, as a file of properties in UTF-8. */
final class CacheEntryFile {

    private static final int MOST_BYTES = 64 * 1024;

    private CacheEntryFile() {}

    static String text(CachedArchive archive) throws IOException {
        Properties fields = new Properties();
        fields.setProperty("key", archive.key());
        fields.setProperty("sha256", archive.sha256());
        fields.setProperty("size", Long.toString(archive.size()));
        fields.setProperty("name", archive.name());
        fields.setProperty("source", archive.source());
        fields.setProperty("at", archive.at().toString());
        for (int i = 0; i < archive.evidence().size(); i++) {
            fields.setProperty("evidence." + i, archive.evidence().get(i));
        }
        StringWriter text = new StringWriter();
        fields.store(text, null);
        return text.toString();
    }

    /** @return null where it is not there, or damaged */
    static CachedArchive read(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                return null;
            }
            Properties fields = new Properties();
            fields.load(new StringReader(Files.readString(file, StandardCharsets.UTF_8)));
            List<String> evidence = new ArrayList<>();
            for (int i = 0; fields.containsKey("evidence." + i); i++) {
                evidence.add(fields.getProperty("evidence." + i));
            }
            String sha256 = fields.getProperty("sha256", "");
            long size = Long.parseLong(fields.getProperty("size", ""));
            if (!sha256.matches("[0-9a-f]{64}") || size <= 0) {
                return null;
            }
            return new CachedArchive(
                    fields.getProperty("key", ""),
                    sha256,
                    size,
                    fields.getProperty("name", ""),
                    fields.getProperty("source", ""),
                    Instant.parse(fields.getProperty("at", "")),
                    evidence);
        } catch (IOException | IllegalArgumentException | DateTimeException e) {
            return null;
        }
    }
}
