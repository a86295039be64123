package io.jenkins.plugins.gotoolchain.release;

import io.jenkins.plugins.gotoolchain.version.GoVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The archives that a download site has, as its index at {@code ?mode=json&include=all} says (go.dev/dl). Entries
 * that are no archive of a toolchain, or whose names cannot be understood, are left out.
 */
public final class ReleaseIndex {

    private final NavigableMap<GoVersion, Map<Platform, IndexedFile>> files;

    ReleaseIndex(NavigableMap<GoVersion, Map<Platform, IndexedFile>> files) {
        this.files = files;
    }

    /**
     * Reads an index to its end, within limits; the stream stays open.
     *
     * @throws io.jenkins.plugins.gotoolchain.failure.UnreachableException where it is no index, is cut off or too large
     * @throws IOException where the stream fails
     */
    public static ReleaseIndex parse(InputStream in) throws IOException {
        return IndexReader.read(in);
    }

    /** Every version with at least one archive, in Go's order. */
    public NavigableSet<GoVersion> versions() {
        return Collections.unmodifiableNavigableSet(files.navigableKeySet());
    }

    /** The platforms that a version has an archive for. */
    public Set<Platform> platforms(GoVersion version) {
        return Collections.unmodifiableSet(files.getOrDefault(version, Map.of()).keySet());
    }

    /** The versions with an archive for the platform, in Go's order. */
    public NavigableSet<GoVersion> versions(Platform platform) {
        TreeMap<GoVersion, Boolean> found = new TreeMap<>();
        for (Map.Entry<GoVersion, Map<Platform, IndexedFile>> entry : files.entrySet()) {
            if (entry.getValue().containsKey(platform)) {
                found.put(entry.getKey(), true);
            }
        }
        return found.navigableKeySet();
    }

    public Optional<IndexedFile> file(GoVersion version, Platform platform) {
        return Optional.ofNullable(files.getOrDefault(version, Map.of()).get(platform));
    }
}
