package io.jenkins.plugins.gotoolchain.jenkins.block;

import hudson.AbortException;
import hudson.FilePath;
import hudson.model.Node;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.gotoolchain.jenkins.node.Pinned;
import io.jenkins.plugins.gotoolchain.jenkins.node.ProvisionOutcome;
import io.jenkins.plugins.gotoolchain.jenkins.provisioning.NodeProvisioning;
import io.jenkins.plugins.gotoolchain.jenkins.tool.ConfiguredInstallation;
import io.jenkins.plugins.gotoolchain.jenkins.tool.GoInstallation;
import io.jenkins.plugins.gotoolchain.jenkins.tool.GoReleaseInstaller;
import io.jenkins.plugins.gotoolchain.jenkins.tool.PinnedDigest;
import io.jenkins.plugins.gotoolchain.pins.Pins;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import io.jenkins.plugins.gotoolchain.version.Resolution;
import java.io.IOException;

/** The toolchain that a block asks for: of a configured installation, or of a version that was chosen. */
final class BlockToolchain {

    /**
     * A toolchain on the node.
     *
     * @param home in the node's own notation
     * @param version null where a home was configured and only running it says what it is
     */
    record Home(String home, GoVersion version) {}

    private final Node node;
    private final Run<?, ?> run;
    private final TaskListener log;
    private final GoInstallation installation;
    private final Resolution resolution;
    private final Pins pins;

    private BlockToolchain(
            Node node, Run<?, ?> run, TaskListener log, GoInstallation installation, Resolution resolution, Pins pins) {
        this.node = node;
        this.run = run;
        this.log = log;
        this.installation = installation;
        this.resolution = resolution;
        this.pins = pins;
    }

    /** @param asked null where the workspace or the configuration says it */
    static BlockToolchain of(Node node, Run<?, ?> run, TaskListener log, String asked, BlockFolder place)
            throws IOException, InterruptedException {
        GoInstallation installation = asked == null ? null : ConfiguredInstallation.named(asked);
        return new BlockToolchain(
                node,
                run,
                log,
                installation,
                installation == null ? new BlockVersion(run, node, place).choose(asked) : null,
                place.workspace().act(new ReadWorkspacePins(place.folder())));
    }

    /** For people. */
    String name() {
        return "Go " + (installation != null ? installation.getName() : resolution.version());
    }

    /** In the node's store, or where the installation's home is. */
    Home provide() throws IOException, InterruptedException {
        if (installation != null) {
            return new Home(installation.forNode(node, log, pins).getHome(), null);
        }
        return home(new NodeProvisioning(node, run, log).pinnedBy(pins).provide(resolution, Pinned.NOTHING));
    }

    /** Once more, in a store of its own. */
    Home provideIn(FilePath root) throws IOException, InterruptedException {
        NodeProvisioning there = new NodeProvisioning(node, run, log).pinnedBy(pins).in(root);
        if (installation == null) {
            return home(there.provide(resolution, Pinned.NOTHING));
        }
        if (installation.isByVersion()) {
            return home(there.provide(installation.selector(), Pinned.NOTHING));
        }
        GoReleaseInstaller installer = ConfiguredInstallation.installerOf(installation);
        if (installer == null) {
            throw new AbortException("The home of the Go \"" + installation.getName() + "\" is not to be seen where this block"
                    + " runs, and nothing says how to put the same one into the workspace's temporary folder.\n"
                    + "  to do: mount that home into the container, or add the installer goRelease to the installation");
        }
        return home(there.provide(installer.getVersion(), Pinned.digests(PinnedDigest.map(installer.getDigests()))));
    }

    private static Home home(ProvisionOutcome outcome) {
        return new Home(outcome.home(), outcome.receipt().version());
    }
}
