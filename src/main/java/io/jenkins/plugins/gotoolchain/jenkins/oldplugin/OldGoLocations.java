package io.jenkins.plugins.gotoolchain.jenkins.oldplugin;

import hudson.model.Node;
import hudson.tools.ToolDescriptor;
import hudson.tools.ToolInstallation;
import hudson.tools.ToolLocationNodeProperty.ToolLocation;
import hudson.tools.ToolLocationNodeProperty;
import io.jenkins.plugins.gotoolchain.jenkins.tool.GoInstallation;
import io.jenkins.plugins.gotoolchain.jenkins.tool.OldGoPlugin;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jenkins.model.Jenkins;

/** The places where nodes have installations of the old plugin; they become places of ours, and stay the old one's too. */
final class OldGoLocations {

    private final ToolDescriptor<?> old = OldGoPlugin.tool();
    private final ToolDescriptor<?> mine = Jenkins.get().getDescriptorByType(GoInstallation.DescriptorImpl.class);

    /** Whether any node has a place for it. */
    static boolean isSomewhere(ToolInstallation installation) {
        List<Node> nodes = new ArrayList<>(Jenkins.get().getNodes());
        nodes.add(Jenkins.get());
        for (Node node : nodes) {
            ToolLocationNodeProperty property = node.getNodeProperties().get(ToolLocationNodeProperty.class);
            if (property != null && property.getHome(installation) != null) {
                return true;
            }
        }
        return false;
    }

    /** @param names of the installations that were taken over */
    void takeOver(Set<String> names) throws IOException {
        takeOver(Jenkins.get(), names);
        for (Node node : Jenkins.get().getNodes()) {
            takeOver(node, names);
        }
    }

    private void takeOver(Node node, Set<String> names) throws IOException {
        ToolLocationNodeProperty property = node.getNodeProperties().get(ToolLocationNodeProperty.class);
        if (property == null || old == null) {
            return;
        }
        List<ToolLocation> locations = new ArrayList<>(property.getLocations());
        for (ToolLocation one : property.getLocations()) {
            if (one.getType() == old && names.contains(one.getName()) && !isThere(locations, one.getName())) {
                locations.add(new ToolLocation(mine, one.getName(), one.getHome()));
            }
        }
        if (locations.size() > property.getLocations().size()) {
            node.getNodeProperties().replace(new ToolLocationNodeProperty(locations));
            node.save();
        }
    }

    private boolean isThere(List<ToolLocation> locations, String name) {
        return locations.stream().anyMatch(one -> one.getType() == mine && one.getName().equals(name));
    }
}
