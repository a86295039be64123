package io.jenkins.plugins.gotoolchain.jenkins.fleet;

import hudson.Extension;
import hudson.model.Node;
import hudson.model.Run;
import io.jenkins.plugins.gotoolchain.jenkins.node.ProvisionOutcome;
import io.jenkins.plugins.gotoolchain.jenkins.provisioning.ProvisioningListener;

/** Has the inventory follow what builds do: asks a node anew that has more now, or was asked some time ago. */
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
}
