package io.jenkins.plugins.gotoolchain;

import hudson.AbortException;
import hudson.FilePath;
import hudson.model.Node;

/** Where a node keeps its toolchains. */
final class StoreFolder {

    private StoreFolder() {}

    /** @throws AbortException where the node is away */
    static FilePath of(Node node) throws AbortException {
        FilePath nodeRoot = node.getRootPath();
        if (nodeRoot == null) {
            throw new AbortException("The node " + node.getDisplayName() + " is offline, so no Go can be provided there.");
        }
        String configured = GoToolchainConfiguration.get().getStoreRoot();
        return configured == null
                ? nodeRoot.child("tools").child("go-toolchain")
                : new FilePath(nodeRoot.getChannel(), configured);
    }
}
