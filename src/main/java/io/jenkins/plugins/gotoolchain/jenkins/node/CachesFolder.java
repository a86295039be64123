package io.jenkins.plugins.gotoolchain.jenkins.node;

import hudson.AbortException;
import hudson.FilePath;
import hudson.model.Node;
import io.jenkins.plugins.gotoolchain.jenkins.configuration.GoCacheSettings;

/** Where a node has the caches of its builds, each user's in a folder of its own below it. */
public final class CachesFolder {

    private CachesFolder() {}

    /** @throws AbortException where the node is away */
    public static FilePath of(Node node) throws AbortException {
        FilePath nodeRoot = node.getRootPath();
        if (nodeRoot == null) {
            throw new AbortException("The node " + node.getDisplayName() + " is offline, so no Go can be provided there.");
        }
        String configured = GoCacheSettings.current().getFolder();
        return configured == null
                ? nodeRoot.child("caches").child("go-toolchain")
                : new FilePath(nodeRoot.getChannel(), configured);
    }
}
