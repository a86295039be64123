package io.jenkins.plugins.gotoolchain.jenkins.record;

import hudson.Util;
import hudson.model.Node;
import io.jenkins.plugins.gotoolchain.jenkins.node.AgentText;
import io.jenkins.plugins.gotoolchain.jenkins.node.LocationReceipt;
import io.jenkins.plugins.gotoolchain.jenkins.node.ProvisionOutcome;
import io.jenkins.plugins.gotoolchain.store.Receipt;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/**
 * That a build used this toolchain on this node: from where it came, and what proves it. It is kept in the build's
 * {@code build.xml}; a field that an older version of this plugin did not write is empty.
 */
@ExportedBean(defaultVisibility = 3)
public final class ToolchainUse {

    private final String node;
    private final String version;
    private final long time;
    private String platform;
    private String home;
    private String asked;
    private String how;
    private String source;
    private String archive;
    private String archiveSha256;
    private String moduleHash;
    private List<ToolchainEvidence> evidence;
    private String treeDigest;
    private String installedAt;
    private boolean installedNow;
    private long fetched;
    private String unproven;
    private long catalogue;

    private ToolchainUse(Node node, String version, String home) {
        this.node = node.getNodeName();
        this.version = AgentText.word(version);
        this.home = AgentText.line(home);
        this.time = System.currentTimeMillis();
    }

    /** What a node has provided, or was found at a place that was given for it. */
    public static ToolchainUse of(Node node, ProvisionOutcome outcome) {
        ToolchainUse use = new ToolchainUse(node, outcome.receipt().version().text(), outcome.home());
        use.take(outcome.receipt());
        use.asked = AgentText.line(outcome.resolution().asked());
        use.how = AgentText.line(outcome.resolution().how());
        use.installedNow = outcome.installedNow();
        use.fetched = outcome.fetched();
        return use;
    }

    /** The same with the number of the catalogue that it was held against. */
    public ToolchainUse under(long number) {
        catalogue = number;
        return this;
    }

    private void take(Receipt receipt) {
        platform = receipt.platform().toString();
        source = AgentText.line(receipt.source());
        archive = AgentText.line(receipt.archiveName());
        archiveSha256 = AgentText.word(receipt.archiveSha256());
        moduleHash = AgentText.word(receipt.moduleHash());
        evidence = new ArrayList<>();
        for (ToolchainEvidence piece : ToolchainEvidence.of(receipt.evidence())) {
            if (piece.getKind().equals(LocationReceipt.ACCEPTED)) {
                unproven = piece.getHow();
            } else {
                evidence.add(piece);
            }
        }
        treeDigest = AgentText.word(receipt.treeDigest());
        installedAt = AgentText.word(receipt.installedAt());
    }

    /** Whether it says the same of the same toolchain: who asked for it how, and when, is no difference. */
    boolean repeats(ToolchainUse other) {
        return Objects.equals(node, other.node)
                && Objects.equals(version, other.version)
                && Objects.equals(home, other.home)
                && Objects.equals(platform, other.platform)
                && Objects.equals(source, other.source)
                && Objects.equals(archiveSha256, other.archiveSha256)
                && Objects.equals(treeDigest, other.treeDigest)
                && Objects.equals(unproven, other.unproven);
    }

    /** The node's name; empty for the built-in one. */
    @Exported
    public String getNode() {
        return Util.fixNull(node);
    }

    /** {@code 1.24.1}. */
    @Exported
    public String getVersion() {
        return Util.fixNull(version);
    }

    /** {@code linux/amd64}; empty where it is not known. */
    @Exported
    public String getPlatform() {
        return Util.fixNull(platform);
    }

    /** Its folder, in the node's own notation. */
    @Exported
    public String getHome() {
        return Util.fixNull(home);
    }

    /** What the build asked for: {@code 1.24.x}, {@code go.mod}. */
    @Exported
    public String getAsked() {
        return Util.fixNull(asked);
    }

    /** How that came to the version. */
    @Exported
    public String getHow() {
        return Util.fixNull(how);
    }

    /** Where its archive came from, or the folder where it was found. */
    @Exported
    public String getSource() {
        return Util.fixNull(source);
    }

    /** The archive's name there. */
    @Exported
    public String getArchive() {
        return Util.fixNull(archive);
    }

    /** Lower-case hex. */
    @Exported
    public String getArchiveSha256() {
        return Util.fixNull(archiveSha256);
    }

    /** {@code h1:…} of the files of the module that it came from; empty where it came from none. */
    @Exported
    public String getModuleHash() {
        return Util.fixNull(moduleHash);
    }

    /** What proves it. */
    @Exported
    public List<ToolchainEvidence> getEvidence() {
        return evidence == null ? List.of() : new ArrayList<>(evidence);
    }

    /** Of its installed files. */
    @Exported
    public String getTreeDigest() {
        return Util.fixNull(treeDigest);
    }

    /** ISO 8601 in UTC. */
    @Exported
    public String getInstalledAt() {
        return Util.fixNull(installedAt);
    }

    /** Whether this build had it installed. */
    @Exported
    public boolean isInstalledNow() {
        return installedNow;
    }

    /** Bytes that crossed the wire for this build. */
    @Exported
    public long getFetched() {
        return fetched;
    }

    /** Why it was used although nothing proves it; empty where something does. */
    @Exported
    public String getUnproven() {
        return Util.fixNull(unproven);
    }

    /** The number of the catalogue that it was held against; 0 where that was not written down. */
    @Exported
    public long getCatalogue() {
        return catalogue;
    }

    /** When the build first used it. */
    @Exported
    public Date getTime() {
        return new Date(time);
    }
}
