package io.jenkins.plugins.gotoolchain.jenkins.tool;

import hudson.AbortException;
import hudson.Util;
import hudson.model.Computer;
import hudson.model.Node;
import hudson.model.TaskListener;
import hudson.tools.InstallSourceProperty;
import hudson.tools.ToolInstaller;
import hudson.tools.ToolLocationNodeProperty;
import io.jenkins.plugins.gotoolchain.jenkins.node.Pinned;
import io.jenkins.plugins.gotoolchain.jenkins.node.ProvisionOutcome;
import io.jenkins.plugins.gotoolchain.jenkins.provisioning.NodeProvisioning;
import io.jenkins.plugins.gotoolchain.pins.Pins;
import java.io.IOException;

/** Where one installation is on one node: provided there if need be, and proven in any case. */
final class InstallationHome {

    private final GoInstallation installation;
    private final Node node;
    private final TaskListener log;
    private final Pins list;

    /** @param list beside which nothing is accepted; null for none */
    InstallationHome(GoInstallation installation, Node node, TaskListener log, Pins list) {
        this.installation = installation;
        this.node = node;
        this.log = log;
        this.list = list;
    }

    /** @throws AbortException where there is none, or none that is proven */
    ProvisionOutcome provide() throws IOException, InterruptedException {
        NodeProvisioning provisioning = NodeProvisioning.ofTool(node, log).pinnedBy(list);
        String location = locationOfNode();
        if (location != null) {
            return provisioning.accept(location, installation.selector(), pins());
        }
        if (installation.isByVersion()) {
            return provisioning.provide(installation.selector(), Pinned.NOTHING);
        }
        ToolInstaller first = installer();
        if (first instanceof GoReleaseInstaller installer) {
            return installer.provide(installation, provisioning);
        }
        String release = OldGoPlugin.release(first);
        if (release != null) {
            return provisioning.provide(OldGoPlugin.version(release), Pinned.NOTHING);
        }
        String home = expanded(installation.translated(node, log));
        if (home == null) {
            throw new AbortException("There is no Go \"" + installation.getName() + "\" for " + node.getDisplayName()
                    + ": none of its installers is for this node, and it has no home there.\n"
                    + "  to do: add the installer goRelease to it, for all nodes");
        }
        return provisioning.accept(home, installation.selector(), Pinned.NOTHING);
    }

    private String locationOfNode() throws IOException, InterruptedException {
        ToolLocationNodeProperty locations = node.getNodeProperties().get(ToolLocationNodeProperty.class);
        return locations == null ? null : expanded(locations.getHome(installation));
    }

    /** The one that Jenkins would run: the first that is for this node. */
    private ToolInstaller installer() throws IOException, InterruptedException {
        InstallSourceProperty sources = installation.getProperties().get(InstallSourceProperty.class);
        if (sources != null) {
            for (ToolInstaller installer : sources.installers) {
                if (installer.appliesTo(node)) {
                    return installer;
                }
            }
        }
        return null;
    }

    private Pinned pins() throws IOException, InterruptedException {
        return installer() instanceof GoReleaseInstaller installer
                ? Pinned.digests(PinnedDigest.map(installer.getDigests()))
                : Pinned.NOTHING;
    }

    /** The folder is looked at before a build's own variables could be put into its path, so only the node's count. */
    private String expanded(String home) throws IOException, InterruptedException {
        String path = Util.fixEmptyAndTrim(home);
        if (path == null || path.indexOf('$') < 0) {
            return path;
        }
        Computer computer = node.toComputer();
        String whole = computer == null ? path : computer.buildEnvironment(log).expand(path);
        if (whole.indexOf('$') >= 0) {
            throw new AbortException("The path of the Go \"" + installation.getName() + "\" has a variable that "
                    + node.getDisplayName() + " does not know: " + path);
        }
        return whole;
    }
}
