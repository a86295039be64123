package io.jenkins.plugins.gotoolchain.jenkins.tool;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.FilePath;
import hudson.Util;
import hudson.model.Node;
import hudson.model.TaskListener;
import hudson.tools.ToolInstallation;
import hudson.tools.ToolInstaller;
import hudson.tools.ToolInstallerDescriptor;
import hudson.util.ComboBoxModel;
import hudson.util.FormValidation;
import io.jenkins.plugins.gotoolchain.jenkins.configuration.VersionChoice;
import io.jenkins.plugins.gotoolchain.jenkins.node.Pinned;
import io.jenkins.plugins.gotoolchain.jenkins.node.ProvisionOutcome;
import io.jenkins.plugins.gotoolchain.jenkins.provisioning.NodeProvisioning;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** Installs a release of Go from the configured sources, verified on the agent itself. */
public final class GoReleaseInstaller extends ToolInstaller {

    private final String version;
    private List<PinnedDigest> digests;

    /** @param label of the nodes that it is for; null or empty for all */
    @DataBoundConstructor
    public GoReleaseInstaller(String label, String version) {
        super(label);
        this.version = Util.fixNull(version).trim();
    }

    /** For all nodes. */
    public GoReleaseInstaller(String version) {
        this(null, version);
    }

    /** A version such as {@code 1.24.1}, or a selector such as {@code 1.24.x} or {@code stable}. */
    public String getVersion() {
        return version;
    }

    public List<PinnedDigest> getDigests() {
        return digests == null ? List.of() : digests;
    }

    @DataBoundSetter
    public void setDigests(List<PinnedDigest> digests) {
        this.digests = digests == null || digests.isEmpty() ? null : new ArrayList<>(digests);
    }

    @Override
    public FilePath performInstallation(ToolInstallation tool, Node node, TaskListener log)
            throws IOException, InterruptedException {
        return provide((GoInstallation) tool, NodeProvisioning.ofTool(node, log)).home(node);
    }

    /** Without a version of its own it installs the one that the installation is of. */
    ProvisionOutcome provide(GoInstallation tool, NodeProvisioning provisioning) throws IOException, InterruptedException {
        Map<String, String> pins = PinnedDigest.map(getDigests());
        StringJoiner pinned = new StringJoiner(", ", ", whose installer goRelease pins ", "").setEmptyValue("");
        pins.forEach((platform, sha256) -> pinned.add(platform + " to " + sha256));
        return provisioning.named("the installation \"" + tool.getName() + "\"" + pinned)
                .provide(version.isEmpty() ? tool.selector() : version, Pinned.digests(pins));
    }

    @Extension
    @Symbol("goRelease")
    public static final class DescriptorImpl extends ToolInstallerDescriptor<GoReleaseInstaller> {
        @NonNull
        @Override
        public String getDisplayName() {
            return Messages.GoReleaseInstaller_displayName();
        }

        @Override
        public boolean isApplicable(Class<? extends ToolInstallation> toolType) {
            return toolType == GoInstallation.class;
        }

        @POST
        public ComboBoxModel doFillVersionItems() {
            return VersionChoice.items();
        }

        @POST
        public FormValidation doCheckVersion(@QueryParameter String value) {
            return VersionChoice.judge(value);
        }
    }
}
