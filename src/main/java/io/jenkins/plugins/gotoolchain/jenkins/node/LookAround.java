package io.jenkins.plugins.gotoolchain.jenkins.node;

import hudson.model.TaskListener;
import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.gotoolchain.jenkins.configuration.NodeNetwork;
import io.jenkins.plugins.gotoolchain.provision.ProvisionSettings;
import io.jenkins.plugins.gotoolchain.provision.Provisioner;
import io.jenkins.plugins.gotoolchain.release.PlatformDetector;
import io.jenkins.plugins.gotoolchain.store.Listed;
import io.jenkins.plugins.gotoolchain.store.Receipt;
import io.jenkins.plugins.gotoolchain.store.Toolchain;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import jenkins.agents.ControllerToAgentFileCallable;

/**
 * Looks at what a node has, as the first build would, when the node comes up: so the classes are there that this takes, and
 * the whole tree was looked at, before a build waits for it. Called on the folder of the store there. The answer is the
 * receipt of the newest toolchain; null where there is none, and then nothing was loaded in vain.
 *
 * @param settings with an empty root
 */
public record LookAround(ProvisionSettings settings) implements ControllerToAgentFileCallable<Receipt> {

    @Override
    public Receipt invoke(File root, VirtualChannel channel) throws IOException, InterruptedException {
        if (!root.isDirectory()) {
            return null;
        }
        Provisioner provisioner = Provisioner.open(
                NodeNetwork.of(settings, System.getenv()).at(root.getAbsolutePath()), LogProgress.to(TaskListener.NULL));
        List<Listed> there = provisioner.store().list();
        if (there.isEmpty()) {
            return null;
        }
        Optional<Toolchain> newest = provisioner.store()
                .peek(there.get(0).version(), PlatformDetector.detect().platform());
        return newest.isPresent() ? newest.get().receipt() : null;
    }
}
