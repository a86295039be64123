package io.jenkins.plugins.gotoolchain.jenkins.node;

import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.gotoolchain.release.Platform;
import io.jenkins.plugins.gotoolchain.store.ToolchainStore;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import java.io.File;
import java.io.IOException;
import jenkins.agents.ControllerToAgentFileCallable;

/**
 * Puts the controller's signature beside a receipt. Called on the folder of the store there.
 *
 * @param signature the line that stands for it
 */
public record KeepSignature(GoVersion version, Platform platform, String signature)
        implements ControllerToAgentFileCallable<Void> {

    @Override
    public Void invoke(File root, VirtualChannel channel) throws IOException, InterruptedException {
        new ToolchainStore(root.toPath()).keepSignature(version, platform, signature);
        return null;
    }
}
