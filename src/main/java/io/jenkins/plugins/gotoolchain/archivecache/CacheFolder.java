package io.jenkins.plugins.gotoolchain.archivecache;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;

/**
 * Where things are in the cache's folder: {@code sha256/ab/ab…} with the bytes, {@code ….digests} with those of its parts,
 * {@code entries/….properties} with what is known of it, by its key's digest; {@code work/} for what is not in it yet.
 */
record CacheFolder(Path root) {

    /** The folder that an archive and its digests are in. */
    Path group(String sha256) {
        return root.resolve("sha256").resolve(sha256.substring(0, 2));
    }

    Path bytes(String sha256) {
        return group(sha256).resolve(sha256);
    }

    Path digests(String sha256) {
        return group(sha256).resolve(sha256 + ".digests");
    }

    Path entries() {
        return root.resolve("entries");
    }

    Path entry(String key) {
        return entries().resolve(name(key) + ".properties");
    }

    /** A key as a file's name: half its SHA-256, in hex. */
    static String name(String key) {
        return HexFormat.of().formatHex(ChunkDigests.sha256().digest(key.getBytes(StandardCharsets.UTF_8)), 0, 16);
    }

    Path work() {
        return root.resolve("work");
    }
}
