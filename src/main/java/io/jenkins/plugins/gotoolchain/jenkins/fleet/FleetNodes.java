package io.jenkins.plugins.gotoolchain.jenkins.fleet;

import hudson.model.Node;
import io.jenkins.plugins.gotoolchain.jenkins.node.VisibleNodes;
import java.util.List;
import java.util.Locale;

/** The nodes among those that may be seen that a search is for. */
final class FleetNodes {

    private FleetNodes() {}

    /**
     * @param search words that must all be in a node's name or labels, or be a version that it has; empty for all nodes
     */
    static List<Node> matching(String search) {
        List<Node> nodes = VisibleNodes.all();
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
}
