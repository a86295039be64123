package io.jenkins.plugins.gotoolchain.jenkins.node;

import hudson.remoting.VirtualChannel;
import java.io.File;
import jenkins.agents.ControllerToAgentFileCallable;

/**
 * The block that held the toolchain has ended. Called on any folder of the node.
 *
 * @param id of the lease; it may have ended already
 */
public record EndLease(String id) implements ControllerToAgentFileCallable<Void> {

    @Override
    public Void invoke(File folder, VirtualChannel channel) {
        AgentLeases.end(id);
        return null;
    }
}
