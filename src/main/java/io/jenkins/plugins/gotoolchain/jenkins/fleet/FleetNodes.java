package io.jenkins.plugins.gotoolchain.jenkins.fleet;

import hudson.model.Computer;
import hudson.model.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import jenkins.model.Jenkins;

/** The nodes that whoever asks may see, the controller first, and those among them that a search is for. */
final class FleetNodes {

    private FleetNodes() {}

    static List<Node> visible() {
        List<Node> nodes = new ArrayList<>();
        add(nodes, Jenkins.get());
        Jenkins.get().getNodes().forEach(node -> add(nodes, node));
        return nodes;
    }

    private static void add(List<Node> nodes, Node node) {
        Computer computer = node.toComputer();
        if (computer != null && computer.hasPermission(Computer.EXTENDED_READ)) {
            nodes.add(node);
        }
    }

    /**
     * @param search words that must all be in a node's name or labels, or be a version that it has; empty for all nodes
     */
    static List<Node> matching(String search) {
        List<Node> nodes = visible();
        for (String word : search.toLowerCase(Locale.ROOT).split("\\s+")) {
            nodes.removeIf(node -> !word.isEmpty() && !matches(node, word));
        }
        return nodes;
    }

    private static boolean matches(Node node, String word) {
        if (node.getDisplayName().toLowerCase(Locale.ROOT).contains(word)
                || node.getLabelString().toLowerCase(Locale.ROOT).contains(word)) {
            return true;
        }
        NodeStore store = FleetInventory.get().of(node);
        return store != null && store.of(word) != null;
    }

    /** Null where there is none of that name that whoever asks may see. @param name empty for the controller */
    static Node visible(String name) {
        Node node = name.isEmpty() ? Jenkins.get() : Jenkins.get().getNode(name);
        List<Node> one = new ArrayList<>();
        if (node != null) {
            add(one, node);
        }
        return one.isEmpty() ? null : node;
    }
}
