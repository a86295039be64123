package io.jenkins.plugins.gotoolchain.jenkins.fleet;

import hudson.Extension;
import hudson.model.Node;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import java.util.ArrayList;
import java.util.List;
import jenkins.model.Jenkins;
import org.kohsuke.args4j.Argument;

/** {@code go-uninstall VERSION --all}: removes from nodes what is not in use. */
@Extension
public final class GoUninstallCommand extends FleetCommand {

    @Argument(metaVar = "VERSION", required = true, multiValued = true, usage = "1.24.1, for example; several are possible")
    List<String> versions = new ArrayList<>();

    @Override
    public String getShortDescription() {
        return Messages.GoUninstallCommand_shortDescription();
    }

    @Override
    protected int run() throws Exception {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        List<Node> nodes = nodes();
        List<GoVersion> wanted = new ArrayList<>();
        for (String version : versions) {
            wanted.add(version(version));
        }
        List<FleetTask> tasks = new ArrayList<>();
        wanted.forEach(version -> tasks.addAll(FleetTasks.get().start(FleetAct.REMOVE, nodes, version)));
        return await(tasks);
    }
}
