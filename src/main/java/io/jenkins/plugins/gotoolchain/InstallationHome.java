package io.jenkins.plugins.gotoolchain;

import hudson.AbortException;
import hudson.Util;
import hudson.model.Node;
import hudson.model.TaskListener;
import hudson.tools.ToolLocationNodeProperty;
import java.io.IOException;
import java.util.Map;

/** Where one installation is on one node: provided there if need be, and proven in any case. */
final class InstallationHome {

    private final GoInstallation installation;
    private final Node node;
    private final TaskListener log;

    InstallationHome(GoInstallation installation, Node node, TaskListener log) {
        this.installation = installation;
        this.node = node;
        this.log = log;
    }

    /** @throws AbortException where there is none, or none that is proven */
    String provide() throws IOException, InterruptedException {
        String given = locationOfNode();
        if (given == null && installation.isByVersion()) {
            return new NodeProvisioning(node, CurrentBuild.on(node), log)
                    .provide(installation.selector(), Map.of())
                    .home();
        }
        String home = given == null ? Util.fixEmptyAndTrim(installation.translated(node, log)) : given;
        if (home == null) {
            throw new AbortException("There is no Go \"" + installation.getName() + "\" for " + node.getDisplayName()
                    + ": none of its installers is for this node, and it has no home there.\n"
                    + "  to do: add the installer goRelease to it, for all nodes");
        }
        return home;
    }

    private String locationOfNode() {
        ToolLocationNodeProperty locations = node.getNodeProperties().get(ToolLocationNodeProperty.class);
        return locations == null ? null : Util.fixEmptyAndTrim(locations.getHome(installation));
    }
}
