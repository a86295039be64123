package io.jenkins.plugins.gotoolchain.jenkins.fleet;

import hudson.model.Node;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import java.util.ArrayList;
import java.util.List;
import jenkins.model.Jenkins;
import org.kohsuke.args4j.Argument;

/** A command that does one thing with versions on nodes, and waits until it is done. */
abstract class VersionsCommand extends FleetCommand {

    @Argument(metaVar = "VERSION", required = true, multiValued = true, usage = "1.24.1, for example; several are possible")
    List<String> versions = new ArrayList<>();

    private final FleetAct act;

    VersionsCommand(FleetAct act) {
        this.act = act;
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
        wanted.forEach(version -> tasks.addAll(FleetTasks.get().start(act, nodes, version)));
        return await(tasks);
    }
}
