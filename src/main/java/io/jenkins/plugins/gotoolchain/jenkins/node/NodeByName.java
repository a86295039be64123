package io.jenkins.plugins.gotoolchain.jenkins.node;

import hudson.model.Node;
import jenkins.model.Jenkins;

/** Nodes by the names that Jenkins keeps of them, where the controller's own is empty. */
public final class NodeByName {

    private NodeByName() {}

    /** Null where there is none of that name any more. */
    public static Node of(String name) {
        return name.isEmpty() ? Jenkins.get() : Jenkins.get().getNode(name);
    }
}
