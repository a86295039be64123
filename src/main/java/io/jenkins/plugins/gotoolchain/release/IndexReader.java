package io.jenkins.plugins.gotoolchain.release;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.jenkins.plugins.gotoolchain.failure.UnreachableException;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Streams through a release index: an array of releases {@code {version, stable, files: [{filename, os, arch, version,
 * sha256, size, kind}]}}. Fields it does not know, and values of another kind than expected, are skipped.
 */
final class IndexReader {

    /** The most that is read, in bytes. The whole index of today has some 3 MB. */
    static final int MAX_BYTES = 16 << 20;

    /** The most files that are read. The whole index of today has some 8,000. */
    static final int MAX_FILES = 50_000;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    private final JsonParser json;
    private final TreeMap<GoVersion, Map<Platform, IndexedFile>> files = new TreeMap<>();
    private int count;

    private IndexReader(JsonParser json) {
        this.json = json;
    }

    static ReleaseIndex read(InputStream in) throws IOException {
        CappedStream capped = new CappedStream(in, MAX_BYTES);
        try (JsonParser json = FACTORY.createParser(capped)) {
            IndexReader reader = new IndexReader(json);
            reader.releases();
            return new ReleaseIndex(reader.files);
        } catch (JsonProcessingException | CharConversionException e) {
            throw notAnIndex(capped.startsLikeAPage() ? "it is a web page" : "it cannot be read as JSON", e);
        }
    }

    private void releases() throws IOException {
        JsonToken first = json.nextToken();
        if (first != JsonToken.START_ARRAY) {
            throw notAnIndex(first == null ? "it is empty" : "it is no list", null);
        }
        JsonToken token;
        while ((token = json.nextToken()) != JsonToken.END_ARRAY) {
            if (token == null) {
                throw notAnIndex("it is cut off", null);
            }
            if (token == JsonToken.START_OBJECT) {
                release();
            } else {
                json.skipChildren();
            }
        }
        if (json.nextToken() != null) {
            throw notAnIndex("something follows its end", null);
        }
    }

    private void release() throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            if (!name.equals("files") || value != JsonToken.START_ARRAY) {
                json.skipChildren();
                continue;
            }
            while ((value = json.nextToken()) != JsonToken.END_ARRAY && value != null) {
                if (value == JsonToken.START_OBJECT) {
                    file();
                } else {
                    json.skipChildren();
                }
            }
        }
    }

    private void file() throws IOException {
        if (++count > MAX_FILES) {
            throw notAnIndex("it names more than " + MAX_FILES + " files", null);
        }
        String fileName = "";
        String os = "";
        String arch = "";
        String version = "";
        String sha256 = "";
        long size = -1;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            if (value == JsonToken.VALUE_STRING) {
                switch (name) {
                    case "filename" -> fileName = json.getText();
                    case "os" -> os = json.getText();
                    case "arch" -> arch = json.getText();
                    case "version" -> version = json.getText();
                    case "sha256" -> sha256 = json.getText().toLowerCase(Locale.ROOT);
                    default -> { }
                }
            } else if (value == JsonToken.VALUE_NUMBER_INT && name.equals("size")) {
                size = json.getNumberType() == JsonParser.NumberType.BIG_INTEGER ? -1 : json.getLongValue();
            } else {
                json.skipChildren();
            }
        }
        add(fileName, os, arch, version, DigestClaim.isSha256(sha256) ? sha256 : "", size > 0 ? size : -1);
    }

    /** Only what agrees with itself: name, system, architecture and version say the same. */
    private void add(String fileName, String os, String arch, String version, String sha256, long size) {
        Optional<ArchiveName> parsed = ArchiveName.parse(fileName);
        if (parsed.isEmpty()) {
            return;
        }
        ArchiveName name = parsed.get();
        Platform platform = name.platform();
        if (!os.equals(platform.os())
                || !arch.equals(platform.downloadArch())
                || !version.equals(name.version().goName())
                || name.packaging() != ArchiveName.of(name.version(), platform).packaging()
                || !KnownPlatforms.contains(platform)) {
            return;
        }
        IndexedFile file = new IndexedFile(fileName, name.version(), platform, sha256, size);
        Map<Platform, IndexedFile> ofVersion = files.get(name.version());
        if (ofVersion == null) { // no lambda: the first one costs a cold JVM milliseconds
            ofVersion = new TreeMap<>();
            files.put(name.version(), ofVersion);
        }
        IndexedFile before = ofVersion.get(platform);
        ofVersion.put(platform, before == null ? file : agreed(before, file));
    }

    /** An index that says two things about one file proves neither. */
    private static IndexedFile agreed(IndexedFile a, IndexedFile b) {
        return new IndexedFile(
                a.fileName(),
                a.version(),
                a.platform(),
                a.sha256().equals(b.sha256()) ? a.sha256() : "",
                a.size() == b.size() ? a.size() : -1);
    }

    private static UnreachableException notAnIndex(String why, Throwable cause) {
        return new UnreachableException(
                "the answer is no index of Go releases: " + why,
                List.of(),
                "look at it in a browser: a proxy's or a login page in its place is the usual cause",
                cause);
    }
}
