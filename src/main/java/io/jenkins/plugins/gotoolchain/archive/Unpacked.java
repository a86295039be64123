package io.jenkins.plugins.gotoolchain.archive;

import io.jenkins.plugins.gotoolchain.tree.TreeManifest;
import java.util.List;
import java.util.Objects;

/**
 * What an archive held.
 *
 * @param manifest every file that is now in the staging folder
 * @param archiveSha256 of exactly the bytes that were unpacked, lower-case hex; null for zips, which are not read
 *     front to back
 * @param stored a zip's entries under their names in the archive, in its own order, for a module hash; empty for tar
 * @param leftOut files that have a name this Java cannot write and that no build needs; mostly empty
 */
public record Unpacked(TreeManifest manifest, String archiveSha256, List<StoredFile> stored, List<String> leftOut) {

    public Unpacked {
        Objects.requireNonNull(manifest);
        stored = List.copyOf(stored);
        leftOut = List.copyOf(leftOut);
    }
}
