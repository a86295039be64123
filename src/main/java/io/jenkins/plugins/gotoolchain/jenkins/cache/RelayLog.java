package io.jenkins.plugins.gotoolchain.jenkins.cache;

import hudson.model.TaskListener;
import io.jenkins.plugins.gotoolchain.archivecache.RelayPass;
import io.jenkins.plugins.gotoolchain.jenkins.node.LogProgress;
import io.jenkins.plugins.gotoolchain.provision.ProvisionListener;
import io.jenkins.plugins.gotoolchain.transfer.TransferProgress;

/** What the controller does for a build, in the build's log: said as the controller's, and not twice. */
final class RelayLog implements RelayPass.Told {

    /** A node asks some three times a second; the build that begins to fetch says so at once. */
    private static final int PATIENCE = 5;

    private final ProvisionListener lines;
    private boolean fetching;
    private int asked;

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
        if (!fetching && ++asked == PATIENCE) {
            lines.notice("the archive is being fetched: waiting for it");
        }
    }
}
