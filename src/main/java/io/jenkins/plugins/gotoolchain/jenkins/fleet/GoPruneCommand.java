package io.jenkins.plugins.gotoolchain.jenkins.fleet;

import hudson.Extension;
import jenkins.model.Jenkins;

/** {@code go-prune --all}: removes from nodes what the limits of the store send away. */
@Extension
public final class GoPruneCommand extends FleetCommand {

    @Override
    public String getShortDescription() {
        return Messages.GoPruneCommand_shortDescription();
    }

    @Override
    protected int run() throws Exception {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        return await(FleetTasks.get().start(FleetAct.PRUNE, nodes(), null));
    }
}
