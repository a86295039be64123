package io.jenkins.plugins.gotoolchain.jenkins.node;

import hudson.remoting.VirtualChannel;
import java.io.File;
import java.io.IOException;
import jenkins.agents.ControllerToAgentFileCallable;

/**
 * Has the node keep what is in its caches while a block uses them. Called on the folder for the caches of all users.
 *
 * @param id of the lease, which {@link EndLease} ends: to hold it twice is to hold it once
 */
public record HoldCaches(String id) implements ControllerToAgentFileCallable<Void> {

    @Override
    public Void invoke(File folder, VirtualChannel channel) throws IOException, InterruptedException {
        AgentLeases.hold(id, GiveCaches.of(folder).use()::close, channel);
        return null;
    }
}
