package io.jenkins.plugins.gotoolchain.jenkins.cache;

import hudson.model.TaskListener;
import io.jenkins.plugins.gotoolchain.archivecache.RelayPass;
import io.jenkins.plugins.gotoolchain.jenkins.node.LogProgress;
import io.jenkins.plugins.gotoolchain.provision.ProvisionListener;
import io.jenkins.plugins.gotoolchain.transfer.TransferProgress;

/** What the controller does for a build, in the build's log: said as the controller's, and not twice. */
final class RelayLog implements RelayPass.Told {

    private final ProvisionListener lines;
    private boolean fetching;
    private boolean waits;

    RelayLog(TaskListener log) {
        lines = LogProgress.to(log, "controller: ");
    }

    @Override
    public void notice(String text) {
        lines.notice(text);
    }

    @Override
    public synchronized void step(String text) {
        fetching = true;
        lines.step(text);
    }

    @Override
    public TransferProgress transfer() {
        return lines.transfer();
    }

    /** The build that began it says how it goes; the others say once that they wait. */
    @Override
    public synchronized void waiting() {
        if (!fetching && !waits) {
            waits = true;
            lines.notice("the archive is being fetched for another build, too: waiting for it");
        }
    }
}
