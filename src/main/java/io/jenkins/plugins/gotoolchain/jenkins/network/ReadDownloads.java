package io.jenkins.plugins.gotoolchain.jenkins.network;

import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.gotoolchain.provision.LastDownloads;
import io.jenkins.plugins.gotoolchain.transfer.Timeline;
import java.io.File;
import java.util.ArrayList;
import jenkins.agents.ControllerToAgentFileCallable;

/** The timelines of a node's last downloads, the youngest first. Called on the folder of the store there. */
record ReadDownloads() implements ControllerToAgentFileCallable<ArrayList<Timeline>> {

    @Override
    public ArrayList<Timeline> invoke(File root, VirtualChannel channel) {
        return new ArrayList<>(LastDownloads.of(root.toPath()));
    }
}
