package io.jenkins.plugins.gotoolchain.release;

import io.jenkins.plugins.gotoolchain.version.GoVersion;
import java.io.Serializable;

/**
 * An archive in a release index.
 *
 * @param sha256 lower-case hex; empty where the index has none or two that differ: then it proves nothing
 * @param size in bytes; -1 where the index does not say
 */
public record IndexedFile(String fileName, GoVersion version, Platform platform, String sha256, long size)
        implements Serializable {}
