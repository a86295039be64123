package io.jenkins.plugins.gotoolchain.jenkins.node;

import hudson.model.TaskListener;
import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;
import io.jenkins.plugins.gotoolchain.jenkins.configuration.NodeNetwork;
import io.jenkins.plugins.gotoolchain.provision.ProvisionSettings;
import io.jenkins.plugins.gotoolchain.provision.Provisioned;
import io.jenkins.plugins.gotoolchain.provision.Provisioner;
import io.jenkins.plugins.gotoolchain.provision.Spent;
import io.jenkins.plugins.gotoolchain.release.Platform;
import io.jenkins.plugins.gotoolchain.release.PlatformDetector;
import io.jenkins.plugins.gotoolchain.store.PruneRules;
import io.jenkins.plugins.gotoolchain.transfer.Relay;
import io.jenkins.plugins.gotoolchain.version.Resolution;
import java.io.File;
import java.io.IOException;
import jenkins.agents.ControllerToAgentFileCallable;

/**
 * The road, on the agent. Called on the folder of the store there.
 *
 * @param settings with an empty root: the folder is known on the agent only
 * @param resolution the version, chosen by the controller
 * @param pinned the bytes that it may be
 * @param lease by this name the toolchain is held for the build; null for none
 * @param limits of the store; null for none
 * @param stamp of the catalogue that this is asked under
 * @param relay makes the node's requests; null where it makes them itself
 * @param log for progress, every few seconds
 */
public record ProvisionOnNode(
        ProvisionSettings settings,
        Resolution resolution,
        Pinned pinned,
        String lease,
        PruneRules limits,
        CatalogueStamp stamp,
        Relay relay,
        TaskListener log)
        implements ControllerToAgentFileCallable<ProvisionOutcome> {

    @Override
    public ProvisionOutcome invoke(File root, VirtualChannel channel) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Platform platform = PlatformDetector.detect().platform();
        CountedTransfers progress = new CountedTransfers(LogProgress.to(log));
        Provisioner provisioner =
                Provisioner.open(
                        NodeNetwork.of(settings, System.getenv()).at(root.getAbsolutePath()).relayedBy(relay), progress);
        long seen = provisioner.store().see(stamp.of(), stamp.number());
        if (seen > stamp.number()) {
            throw new ConfigurationException(
                    "This node's store was used under a later catalogue (" + seen + ") than this Jenkins remembers ("
                            + stamp.number() + "): Jenkins was restored from an older copy, or its clock was set back",
                    "save the configuration of Go toolchains, or connect the node again: then Jenkins raises its number");
        }
        Provisioned provisioned = provisioner.provision(pinned.request(resolution, platform));
        if (lease != null) {
            AgentLeases.hold(lease, provisioner.store().lease(provisioned.toolchain())::close, channel);
        }
        if (limits != null && provisioned.installedNow()) {
            StoreCleaning.clean(provisioner.store(), limits, progress::notice);
        }
        return new ProvisionOutcome(
                provisioned.toolchain().home().toString(),
                resolution,
                platform,
                provisioned.toolchain().receipt(),
                provisioned.installedNow(),
                provisioned.fetched(),
                progress.resumes(),
                progress.retries(),
                Spent.since(start),
                provisioned.spent(),
                settings.receiptKeys().isEmpty() ? null : provisioned.toolchain().signedReceipt());
    }
}
