package io.jenkins.plugins.gotoolchain.jenkins.node;

import hudson.model.Computer;
import hudson.model.Node;
import java.util.ArrayList;
import java.util.List;
import jenkins.model.Jenkins;

/** The nodes that whoever asks may look into. */
public final class VisibleNodes {

    /** What stands for the controller's own node where nodes are named: Jenkins' own name of it is empty. */
    public static final String CONTROLLER = "built-in";

    private VisibleNodes() {}

    /** The controller first. */
    public static List<Node> all() {
        List<Node> nodes = new ArrayList<>(List.of(Jenkins.get()));
        nodes.addAll(Jenkins.get().getNodes());
        nodes.removeIf(node -> !mayLook(node));
        return nodes;
    }

    /** Null where there is none of that name that whoever asks may look into. */
    public static Node named(String name) {
        Node node = name.isEmpty() || name.equals(CONTROLLER) ? Jenkins.get() : Jenkins.get().getNode(name);
        return node == null || !mayLook(node) ? null : node;
    }

    /** By which {@link #named} finds it. */
    public static String name(Node node) {
        return node.getNodeName().isEmpty() ? CONTROLLER : node.getNodeName();
    }

    private static boolean mayLook(Node node) {
        Computer computer = node.toComputer();
        return computer != null && computer.hasPermission(Computer.EXTENDED_READ);
    }
}
