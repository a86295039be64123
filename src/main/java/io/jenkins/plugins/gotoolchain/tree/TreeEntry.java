package io.jenkins.plugins.gotoolchain.tree;

import java.io.Serializable;
import java.util.Objects;

/**
 * One file of a tree.
 *
 * @param path relative to the tree's root, with {@code /} on every platform, never with {@code ..}
 * @param size in bytes; 0 for a link
 * @param executable whether the owner may execute it; not checked where the file system has no modes
 * @param sha256 lower-case hex; of the link's target as UTF-8 for a link
 * @param linkTarget where a symbolic link points, relative and inside the tree; null for a file
 */
public record TreeEntry(String path, long size, boolean executable, String sha256, String linkTarget)
        implements Serializable {

    public TreeEntry {
        Objects.requireNonNull(path);
        Objects.requireNonNull(sha256);
    }

    public static TreeEntry file(String path, long size, boolean executable, String sha256) {
        return new TreeEntry(path, size, executable, sha256, null);
    }

    public boolean isLink() {
        return linkTarget != null;
    }
}
