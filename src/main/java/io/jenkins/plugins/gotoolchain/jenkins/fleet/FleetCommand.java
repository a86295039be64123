package io.jenkins.plugins.gotoolchain.jenkins.fleet;

import hudson.AbortException;
import hudson.cli.CLICommand;
import hudson.model.Label;
import hudson.model.Node;
import io.jenkins.plugins.gotoolchain.failure.VersionException;
import io.jenkins.plugins.gotoolchain.jenkins.node.VisibleNodes;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import java.util.ArrayList;
import java.util.List;
import org.kohsuke.args4j.Option;

/** A command of Jenkins' own command line that is about some of the nodes. */
abstract class FleetCommand extends CLICommand {

    @Option(name = "--node", metaVar = "NODE", usage = "a node; may be given several times; built-in is the controller's")
    List<String> names = new ArrayList<>();

    @Option(name = "--label", metaVar = "EXPRESSION", usage = "all nodes that an expression of labels is for")
    String label;

    @Option(name = "--all", usage = "all nodes")
    boolean all;

    /** @throws AbortException where there is no such node, or none was named */
    List<Node> nodes() throws AbortException {
        if (!all && label == null && names.isEmpty()) {
            throw new AbortException("Say on which nodes: --node NODE, --label EXPRESSION or --all");
        }
        List<Node> nodes = new ArrayList<>();
        for (String name : names) {
            Node node = VisibleNodes.named(name);
            if (node == null) {
                throw new AbortException("There is no node \"" + name + "\"");
            }
            nodes.add(node);
        }
        if (all || label != null) {
            Label expression = all ? null : expression();
            for (Node node : VisibleNodes.all()) {
                if ((all || expression.matches(node)) && !nodes.contains(node)) {
                    nodes.add(node);
                }
            }
        }
        if (nodes.isEmpty()) {
            throw new AbortException("No node has the label \"" + label + "\"");
        }
        return nodes;
    }

    private Label expression() throws AbortException {
        try {
            return Label.parseExpression(label);
        } catch (IllegalArgumentException e) {
            throw new AbortException("\"" + label + "\" is no expression of labels");
        }
    }

    static GoVersion version(String text) throws AbortException {
        try {
            return GoVersion.parse(text);
        } catch (VersionException e) {
            throw new AbortException(e.getMessage());
        }
    }

    /** Waits for all, and says of each what came of it. @return 1 where one failed, else 0 */
    int await(List<FleetTask> tasks) throws InterruptedException {
        int code = 0;
        for (FleetTask task : tasks) {
            task.await();
            boolean well = task.getState() == FleetTask.State.DONE;
            (well ? stdout : stderr).println(
                    task.getNode() + ": " + (task.getVersion() == null ? "" : "Go " + task.getVersion() + ": ")
                            + (well ? "" : "FAILED: ") + task.getLine());
            code = well ? code : 1;
        }
        return code;
    }
}
