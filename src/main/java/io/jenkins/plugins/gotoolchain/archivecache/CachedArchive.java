package io.jenkins.plugins.gotoolchain.archivecache;

import java.time.Instant;
import java.util.List;

/**
 * An archive in the cache.
 *
 * @param key what it is: a module's version, or the address of a download site's archive
 * @param sha256 of its bytes, lower-case hex
 * @param size in bytes
 * @param name of the file
 * @param source the label of who served it
 * @param at when it was proven
 * @param evidence what proved it, for people
 */
public record CachedArchive(
        String key, String sha256, long size, String name, String source, Instant at, List<String> evidence) {

    public CachedArchive {
        evidence = List.copyOf(evidence);
    }
}
