package io.jenkins.plugins.gotoolchain.jenkins.node;

import hudson.FilePath;
import hudson.model.Node;
import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.gotoolchain.release.Platform;
import io.jenkins.plugins.gotoolchain.release.PlatformDetector;
import java.io.File;
import java.io.IOException;
import jenkins.agents.ControllerToAgentFileCallable;

/** Asks a node for its platform. */
public record NodePlatform() implements ControllerToAgentFileCallable<Platform> {

    /** @throws hudson.AbortException where the node is away */
    public static Platform of(Node node) throws IOException, InterruptedException {
        FilePath folder = StoreFolder.of(node);
        return folder.act(new NodePlatform());
    }

    @Override
    public Platform invoke(File folder, VirtualChannel channel) throws IOException {
        return PlatformDetector.detect().platform();
    }
}
