package io.jenkins.plugins.gotoolchain.jenkins.fleet;

import hudson.model.Computer;
import hudson.model.Node;
import io.jenkins.plugins.gotoolchain.jenkins.node.VisibleNodes;
import io.jenkins.plugins.gotoolchain.provision.Bytes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** A node with its toolchains, for a page and for the REST API. */
@ExportedBean(defaultVisibility = 3)
public final class FleetRow {

    private final Node node;
    private final NodeStore store;
    private final List<FleetCell> toolchains = new ArrayList<>();
    private final List<FleetTask> tasks;
    private final long now;

    /** @param store null where the node has not been asked */
    FleetRow(Node node, NodeStore store, List<FleetTask> tasks, long now) {
        this.node = node;
        this.store = store;
        this.tasks = tasks;
        this.now = now;
        if (store != null) {
            store.held().forEach(one -> toolchains.add(new FleetCell(one, now)));
        }
    }

    /** As Jenkins has it; empty for the controller. */
    @Exported
    public String getName() {
        return node.getNodeName();
    }

    @Exported
    public String getDisplayName() {
        return node.getDisplayName();
    }

    @Exported
    public boolean isOnline() {
        Computer computer = node.toComputer();
        return computer != null && computer.getChannel() != null;
    }

    /** When it said so, in milliseconds since 1970; 0 where it was not asked. */
    @Exported
    public long getAskedAt() {
        return store == null ? 0 : store.at();
    }

    @Exported
    public long getBytes() {
        return store == null ? 0 : store.bytes();
    }

    @Exported
    public List<FleetCell> getToolchains() {
        return toolchains;
    }

    /** As forms name it. */
    public String getFormName() {
        return VisibleNodes.name(node);
    }

    /** Below the root of Jenkins, ended by a slash. */
    public String getUrl() {
        Computer computer = node.toComputer();
        return computer == null ? "" : computer.getUrl();
    }

    /** Empty where it was not asked. */
    public String getAsked() {
        return Ago.of(getAskedAt(), now);
    }

    public String getSpace() {
        return store == null || store.held().isEmpty() ? "" : Bytes.of(store.bytes());
    }

    /** What is done there now, or did not work not long ago. */
    public List<FleetTask> getTasks() {
        return tasks;
    }

    /** In the order of these versions; null where it does not have one. */
    List<FleetCell> cells(List<String> versions) {
        Map<String, FleetCell> byVersion = new HashMap<>();
        toolchains.forEach(one -> byVersion.put(one.getVersion(), one));
        List<FleetCell> cells = new ArrayList<>(versions.size());
        versions.forEach(version -> cells.add(byVersion.get(version)));
        return cells;
    }
}
