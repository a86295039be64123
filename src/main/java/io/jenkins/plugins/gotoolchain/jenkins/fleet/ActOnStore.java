package io.jenkins.plugins.gotoolchain.jenkins.fleet;

import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.gotoolchain.failure.VerificationException;
import io.jenkins.plugins.gotoolchain.provision.Bytes;
import io.jenkins.plugins.gotoolchain.release.PlatformDetector;
import io.jenkins.plugins.gotoolchain.release.Platform;
import io.jenkins.plugins.gotoolchain.store.PruneReport;
import io.jenkins.plugins.gotoolchain.store.PruneRules;
import io.jenkins.plugins.gotoolchain.store.ToolchainStore;
import io.jenkins.plugins.gotoolchain.store.VerifyReport;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import java.io.File;
import java.io.IOException;
import jenkins.agents.ControllerToAgentFileCallable;

/**
 * Verifies, removes or prunes on a node. Called on the folder of its store; the answer is a line for people.
 *
 * @param version null where the act is not of one
 * @param rules for pruning; null for none but the sweeping of what dead builds left
 */
record ActOnStore(FleetAct act, GoVersion version, PruneRules rules) implements ControllerToAgentFileCallable<String> {

    private static final PruneRules SWEEP = new PruneRules(-1, null, -1, false);

    @Override
    public String invoke(File root, VirtualChannel channel) throws IOException, InterruptedException {
        ToolchainStore store = new ToolchainStore(root.toPath());
        Platform platform = PlatformDetector.detect().platform();
        return switch (act) {
            case VERIFY -> verify(store, platform);
            case REMOVE -> root.isDirectory() && store.remove(version, platform, false) ? "removed" : "it was not there";
            case PRUNE -> root.isDirectory() ? prune(store) : "nothing is there";
            default -> throw new IOException(act + " is not done there");
        };
    }

    private String verify(ToolchainStore store, Platform platform) throws IOException, InterruptedException {
        if (store.list().stream().noneMatch(one -> one.version().equals(version) && one.platform().equals(platform))) {
            return "it is not there";
        }
        VerifyReport report = store.verify(version, platform);
        if (report.isSound()) {
            return report.summary();
        }
        store.putAside(version, platform, report);
        throw new VerificationException(
                "Go " + version + " is not as it was proven: " + report.summary(),
                "find out who can write there; it was put aside, and the next build that asks for it has it installed anew");
    }

    private String prune(ToolchainStore store) throws IOException, InterruptedException {
        PruneReport report = store.prune(rules == null ? SWEEP : rules);
        return report.removed().size() + " removed, " + Bytes.of(report.freedBytes()) + " freed, " + report.kept().size()
                + " kept";
    }
}
