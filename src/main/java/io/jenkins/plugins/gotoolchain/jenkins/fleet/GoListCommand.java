package io.jenkins.plugins.gotoolchain.jenkins.fleet;

import hudson.Extension;
import hudson.model.Node;
import java.util.ArrayList;
import java.util.List;
import jenkins.model.Jenkins;

/** {@code go-list}: which node has which version, a line each. */
@Extension
public final class GoListCommand extends FleetCommand {

    @Override
    public String getShortDescription() {
        return Messages.GoListCommand_shortDescription();
    }

    @Override
    protected int run() throws Exception {
        Jenkins.get().checkPermission(Jenkins.SYSTEM_READ);
        all |= names.isEmpty() && label == null;
        for (Node node : nodes()) {
            NodeStore store = FleetInventory.get().of(node);
            List<String> versions = new ArrayList<>();
            if (store != null) {
                store.held().forEach(one -> versions.add(one.version() + (one.inUse() ? "*" : "")));
            }
            stdout.println(node.getDisplayName() + "\t"
                    + (store == null ? Messages.GoListCommand_notAsked() : String.join(" ", versions)));
        }
        return 0;
    }
}
