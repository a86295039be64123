package io.jenkins.plugins.gotoolchain.release;

import io.jenkins.plugins.gotoolchain.version.GoVersion;
import java.io.Serializable;
import java.util.Objects;

/**
 * A release's file for one platform.
 *
 * @param fileName a bare file name, never with a folder
 * @param size in bytes; -1 where it is not known
 */
public record Archive(GoVersion version, Platform platform, Packaging packaging, String fileName, long size)
        implements Serializable {

    public Archive {
        Objects.requireNonNull(version);
        Objects.requireNonNull(platform);
        Objects.requireNonNull(packaging);
        if (fileName.isEmpty() || fileName.startsWith(".") || !ArchiveName.isBare(fileName)) {
            throw new IllegalArgumentException("not a bare file name");
        }
    }
}
