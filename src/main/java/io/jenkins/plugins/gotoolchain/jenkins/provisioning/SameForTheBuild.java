package io.jenkins.plugins.gotoolchain.jenkins.provisioning;

import hudson.model.Node;
import hudson.model.Run;
import io.jenkins.plugins.gotoolchain.failure.VerificationException;
import io.jenkins.plugins.gotoolchain.jenkins.node.ProvisionOutcome;
import io.jenkins.plugins.gotoolchain.jenkins.record.GoToolchainsAction;
import io.jenkins.plugins.gotoolchain.jenkins.record.ToolchainUse;
import io.jenkins.plugins.gotoolchain.store.Receipt;

/** Keeps a build from going on with other bytes than it began with. */
final class SameForTheBuild {

    private SameForTheBuild() {}

    /**
     * @param run null where no build is known
     * @throws VerificationException where the build has used another tree of this version for this platform
     */
    static void require(Run<?, ?> run, Node node, ProvisionOutcome outcome) throws VerificationException {
        GoToolchainsAction record = run == null ? null : run.getAction(GoToolchainsAction.class);
        if (record == null) {
            return;
        }
        Receipt receipt = outcome.receipt();
        // a module leaves out some folders that the archive of a download site has: both are the release
        for (ToolchainUse use : record.getToolchains()) {
            boolean same = use.getVersion().equals(receipt.version().text())
                    && use.getPlatform().equals(receipt.platform().toString())
                    && !use.getTreeDigest().isEmpty() && !receipt.treeDigest().isEmpty()
                    && use.getModuleHash().isEmpty() == receipt.moduleHash().isEmpty();
            if (same && !use.getTreeDigest().equals(receipt.treeDigest())) {
                throw new VerificationException(
                        "Go " + receipt.version() + " on " + node.getDisplayName() + " is another one than this build began with: its"
                                + " files have the digest " + receipt.treeDigest() + ", and " + use.getNode() + " had "
                                + use.getTreeDigest() + ". What is allowed was changed while the build ran",
                        "run the build again: old and new are never mixed in one build");
            }
        }
    }
}
