package io.jenkins.plugins.gotoolchain.jenkins.node;

import io.jenkins.plugins.gotoolchain.release.Platform;
import io.jenkins.plugins.gotoolchain.store.Receipt;
import io.jenkins.plugins.gotoolchain.store.ReceiptEvidence;
import io.jenkins.plugins.gotoolchain.store.VerifyReport;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What is recorded of a toolchain that has no receipt of its own. It is written nowhere but into builds' records. */
public final class LocationReceipt {

    /** The kind of evidence that is none: an administrator takes it as it is. */
    public static final String ACCEPTED = "none";

    private LocationReceipt() {}

    static Receipt accepted(GoVersion version, Platform platform, String home) {
        return of(version, platform, home, "", List.of(),
                List.of(new ReceiptEvidence(ACCEPTED, "nothing proves it; the configuration accepts it as it is")),
                "", 0, 0, "", "");
    }

    static Receipt compared(Receipt proven, String home, VerifyReport report) {
        List<ReceiptEvidence> evidence = new ArrayList<>();
        for (ReceiptEvidence piece : proven.evidence()) {
            evidence.add(new ReceiptEvidence(
                    piece.kind(), "its " + report.files() + " files are those of " + proven.source() + ": " + piece.how()));
        }
        return of(proven.version(), proven.platform(), home, proven.archiveSha256(), proven.pins(), evidence,
                proven.treeDigest(), proven.treeFiles(), proven.treeBytes(), proven.pluginVersion(), proven.moduleHash());
    }

    private static Receipt of(
            GoVersion version, Platform platform, String home, String archiveSha256, List<String> pins,
            List<ReceiptEvidence> evidence, String treeDigest, int files, long bytes, String pluginVersion,
            String moduleHash) {
        return new Receipt(
                Receipt.SCHEMA, version, platform, "the folder " + home, "", 0, archiveSha256, pins, evidence,
                treeDigest, files, bytes, Instant.now().toString(), pluginVersion, "a location given for the node", moduleHash);
    }
}
