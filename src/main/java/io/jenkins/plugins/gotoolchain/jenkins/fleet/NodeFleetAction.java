package io.jenkins.plugins.gotoolchain.jenkins.fleet;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.ExtensionList;
import hudson.model.Action;
import hudson.model.Computer;
import hudson.model.Node;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import jenkins.model.Jenkins;
import jenkins.model.TransientActionFactory;
import org.kohsuke.stapler.StaplerProxy;

/** The toolchains of one node: {@code computer/NAME/go-fleet/}. */
public final class NodeFleetAction implements Action, StaplerProxy {

    private final Computer computer;

    NodeFleetAction(Computer computer) {
        this.computer = computer;
    }

    @Override
    public String getIconFileName() {
        return computer.hasPermission(Computer.EXTENDED_READ) ? "symbol-cube" : null;
    }

    @Override
    public String getDisplayName() {
        return Messages.FleetPage_displayName();
    }

    @Override
    public String getUrlName() {
        return "go-fleet";
    }

    /** Only who may see a node's details sees its toolchains. */
    @Override
    public Object getTarget() {
        computer.checkPermission(Computer.EXTENDED_READ);
        return this;
    }

    /** For the page's side panel. */
    public Computer getComputer() {
        return computer;
    }

    /** Null where the node is gone. */
    public FleetRow getRow() {
        Node node = computer.getNode();
        if (node == null) {
            return null;
        }
        List<FleetTask> tasks = new ArrayList<>(FleetTasks.get().list());
        tasks.removeIf(task -> !task.nodeName().equals(node.getNodeName()));
        return new FleetRow(node, FleetInventory.get().of(node), tasks, System.currentTimeMillis());
    }

    /** Has the fragment by which both pages choose an act: Jelly finds no class of a plugin by its name. */
    public FleetPage getFleetPage() {
        return ExtensionList.lookupSingleton(FleetPage.class);
    }

    /** Whether whoever asks may change something. */
    public boolean isChangeable() {
        return Jenkins.get().hasPermission(Jenkins.ADMINISTER);
    }

    /** One for each node. */
    @Extension
    public static final class Factory extends TransientActionFactory<Computer> {

        @Override
        public Class<Computer> type() {
            return Computer.class;
        }

        @NonNull
        @Override
        public Collection<? extends Action> createFor(@NonNull Computer target) {
            return List.of(new NodeFleetAction(target));
        }
    }
}
