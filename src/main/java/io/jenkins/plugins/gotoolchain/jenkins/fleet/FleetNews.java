package io.jenkins.plugins.gotoolchain.jenkins.fleet;

import hudson.Extension;
import hudson.model.Node;
import hudson.model.Run;
import io.jenkins.plugins.gotoolchain.jenkins.node.ProvisionOutcome;
import io.jenkins.plugins.gotoolchain.jenkins.provisioning.ProvisioningListener;

/** Has the inventory follow what builds do: asks a node anew that has more now, was asked some time ago, or was in use then. */
@Extension
public final class FleetNews extends ProvisioningListener {

    private static final long OLD_MILLIS = 10 * 60 * 1000L;

    @Override
    public void onProvided(Node node, Run<?, ?> run, ProvisionOutcome outcome) {
        FleetInventory inventory = FleetInventory.get();
        NodeStore known = inventory.of(node);
        if (outcome.installedNow() || known == null || System.currentTimeMillis() - known.at() > OLD_MILLIS) {
            inventory.ask(node);
        }
    }

    /** It said that a build uses something: it does not have to be so any more. */
    @Override
    public void onReleased(Node node) {
        NodeStore known = FleetInventory.get().of(node);
        if (known != null && known.held().stream().anyMatch(HeldToolchain::inUse)) {
            FleetInventory.get().ask(node);
        }
    }
}
