package io.jenkins.plugins.gotoolchain.jenkins.node;

import hudson.AbortException;
import hudson.FilePath;
import hudson.model.Node;
import io.jenkins.plugins.gotoolchain.jenkins.configuration.GoToolchainConfiguration;

/** Where a node keeps its toolchains. */
public final class StoreFolder {

    private StoreFolder() {}

    /** @throws AbortException where the node is away */
    public static FilePath of(Node node) throws AbortException {
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
