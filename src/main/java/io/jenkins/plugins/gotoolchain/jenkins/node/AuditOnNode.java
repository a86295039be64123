package io.jenkins.plugins.gotoolchain.jenkins.node;

import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.gotoolchain.failure.StoreException;
import io.jenkins.plugins.gotoolchain.release.PlatformDetector;
import io.jenkins.plugins.gotoolchain.store.AuditBudget;
import io.jenkins.plugins.gotoolchain.store.AuditReport;
import io.jenkins.plugins.gotoolchain.store.Audited;
import io.jenkins.plugins.gotoolchain.store.ForeignToolchain;
import io.jenkins.plugins.gotoolchain.store.ToolchainStore;
import java.io.File;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jenkins.agents.ControllerToAgentFileCallable;

/**
 * Reads every byte of what is installed on a node. Called on the folder of the store there.
 *
 * @param locations folders outside the store, in the node's own notation; those without a receipt are left out
 */
public record AuditOnNode(AuditBudget budget, List<String> locations) implements ControllerToAgentFileCallable<NodeAudit> {

    @Override
    public NodeAudit invoke(File root, VirtualChannel channel) throws IOException, InterruptedException {
        AuditReport store = root.isDirectory()
                ? new ToolchainStore(root.toPath()).audit(budget)
                : new AuditReport(List.of(), 0, 0);
        boolean windows = PlatformDetector.detect().platform().isWindows();
        List<Audited> audited = new ArrayList<>();
        for (String location : locations) {
            try {
                ForeignToolchain toolchain = ForeignToolchain.in(Path.of(location), windows);
                if (toolchain.hasReceipt()) {
                    audited.add(toolchain.audit(location, budget));
                }
            } catch (InvalidPathException | StoreException e) {
                // nothing that a build could use is there, and a build that asks for it is told so
            }
        }
        return new NodeAudit(store, audited);
    }
}
