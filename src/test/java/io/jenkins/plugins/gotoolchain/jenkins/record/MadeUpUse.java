package io.jenkins.plugins.gotoolchain.jenkins.record;

import hudson.model.Node;
import hudson.model.Run;
import io.jenkins.plugins.gotoolchain.jenkins.node.ProvisionOutcome;
import io.jenkins.plugins.gotoolchain.provision.Spent;
import io.jenkins.plugins.gotoolchain.release.Platform;
import io.jenkins.plugins.gotoolchain.store.Receipt;
import io.jenkins.plugins.gotoolchain.store.ReceiptEvidence;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import io.jenkins.plugins.gotoolchain.version.Resolution;
import java.util.List;

/** Uses of toolchains that nobody installed. */
final class MadeUpUse {

    private MadeUpUse() {}

    static ToolchainUse of(Node node, String version, String source) {
        return of(node, version, source, List.of(new ReceiptEvidence("sumdb", "h1:abc is record 7 of sum.example.com")));
    }

    static ToolchainUse of(Node node, String version, String source, List<ReceiptEvidence> evidence) {
        GoVersion go = new GoVersion(version);
        Platform platform = new Platform("linux", "amd64");
        Receipt receipt = new Receipt(
                Receipt.SCHEMA, go, platform, source, go.goName() + ".linux-amd64.tar.gz", 1, "ab".repeat(32), List.of(),
                evidence, "cd".repeat(32), 1, 1, "2026-01-31T23:59:59Z", "1", version);
        return ToolchainUse.of(
                node,
                new ProvisionOutcome("/store/" + go.goName(), new Resolution(version, go, "as it was asked for"), platform, receipt, true, 1, 0, 0, 1, Spent.looking(1), null));
    }

    static void add(Run<?, ?> run, Node node, String version, String source) {
        BuildRecord.add(run, of(node, version, source));
    }
}
