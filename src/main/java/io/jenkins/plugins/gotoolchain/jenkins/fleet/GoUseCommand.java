package io.jenkins.plugins.gotoolchain.jenkins.fleet;

import hudson.Extension;
import hudson.model.Node;
import hudson.util.StreamTaskListener;
import io.jenkins.plugins.gotoolchain.jenkins.node.Pinned;
import io.jenkins.plugins.gotoolchain.jenkins.provisioning.NodeProvisioning;
import jenkins.model.Jenkins;
import org.kohsuke.args4j.Argument;

/** {@code go-use VERSION --node NODE}: sees to it that it is there, and says where. */
@Extension
public final class GoUseCommand extends FleetCommand {

    @Argument(metaVar = "VERSION", required = true, usage = "1.24.1, 1.24.x or stable")
    String version;

    @Override
    public String getShortDescription() {
        return Messages.GoUseCommand_shortDescription();
    }

    @Override
    protected int run() throws Exception {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        for (Node node : nodes()) {
            String home = new NodeProvisioning(node, null, new StreamTaskListener(stderr))
                    .provide(version, Pinned.NOTHING)
                    .home();
            stdout.println(node.getDisplayName() + "\tGOROOT=" + home);
            FleetInventory.get().ask(node);
        }
        return 0;
    }
}
