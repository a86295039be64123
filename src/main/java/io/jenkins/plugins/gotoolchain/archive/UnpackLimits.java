package io.jenkins.plugins.gotoolchain.archive;

import java.io.Serializable;

/**
 * What an archive may have at most. The biggest toolchains of today have some 16,000 entries and 300 MB.
 *
 * @param maxEntries files, folders and links
 * @param maxBytes of all files together, unpacked
 * @param maxFileBytes of one file, unpacked
 * @param maxNameLength of one entry's name, in UTF-16 units
 */
public record UnpackLimits(int maxEntries, long maxBytes, long maxFileBytes, int maxNameLength)
        implements Serializable {

    /** 60,000 entries, 2 GiB, 512 MiB a file, 400 characters a name. */
    public static final UnpackLimits TOOLCHAIN = new UnpackLimits(60_000, 2L << 30, 512L << 20, 400);

    public UnpackLimits {
        if (maxEntries <= 0 || maxBytes <= 0 || maxFileBytes <= 0 || maxNameLength <= 0) {
            throw new IllegalArgumentException("a limit must be above zero");
        }
    }
}
