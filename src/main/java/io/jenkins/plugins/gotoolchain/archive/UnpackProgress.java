package io.jenkins.plugins.gotoolchain.archive;

/** Hears how far unpacking is. Called every few megabytes, from any thread, never from two at once. */
@FunctionalInterface
public interface UnpackProgress {

    UnpackProgress NONE = (bytes, total) -> {};

    /**
     * @param bytes of the archive that are unpacked, compressed
     * @param total the size of the archive in bytes
     */
    void advanced(long bytes, long total);
}
