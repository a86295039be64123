package io.jenkins.plugins.gotoolchain.jenkins.fleet;

import hudson.Util;
import hudson.model.Node;
import io.jenkins.plugins.gotoolchain.failure.VersionException;
import io.jenkins.plugins.gotoolchain.jenkins.node.VisibleNodes;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import java.util.ArrayList;
import java.util.List;
import org.kohsuke.stapler.StaplerRequest2;

/** What somebody wants to be done, and where: read from a request, shown for confirmation, then done. */
public final class FleetChange {

    private final FleetAct act;
    private final GoVersion version;
    private final List<Node> nodes;
    private final boolean all;
    private final String search;
    private final String problem;

    private FleetChange(FleetAct act, GoVersion version, List<Node> nodes, boolean all, String search, String problem) {
        this.act = act;
        this.version = version;
        this.nodes = nodes;
        this.all = all;
        this.search = search;
        this.problem = problem;
    }

    /**
     * @param request {@code act}, {@code version}, and {@code node} once or more (the controller's is {@code built-in}), or
     *     {@code all=true} with {@code q} for all nodes of a search
     */
    static FleetChange of(StaplerRequest2 request) {
        String search = Util.fixNull(request.getParameter("q")).trim();
        boolean all = "true".equals(request.getParameter("all"));
        FleetAct act;
        try {
            act = FleetAct.parse(request.getParameter("act"));
        } catch (IllegalArgumentException e) {
            return new FleetChange(null, null, List.of(), all, search, e.getMessage());
        }
        GoVersion version = null;
        if (act.isOfVersion()) {
            try {
                version = GoVersion.parse(Util.fixNull(request.getParameter("version")).trim());
            } catch (VersionException e) {
                return new FleetChange(act, null, List.of(), all, search, e.problem());
            }
        }
        List<Node> nodes = new ArrayList<>();
        String unknown = all ? null : named(request.getParameterValues("node"), nodes);
        if (all) {
            nodes = FleetNodes.matching(search);
        }
        String problem = unknown != null ? Messages.FleetChange_noSuchNode(unknown)
                : nodes.isEmpty() ? Messages.FleetChange_noNode() : null;
        return new FleetChange(act, version, nodes, all, search, problem);
    }

    /** @return the first that there is not; null where there are all */
    private static String named(String[] names, List<Node> nodes) {
        for (String name : names == null ? new String[0] : names) {
            Node node = VisibleNodes.named(name);
            if (node == null) {
                return name;
            }
            nodes.add(node);
        }
        return null;
    }

    /** Why it cannot be done; null where it can. */
    public String getProblem() {
        return problem;
    }

    public String getAct() {
        return act == null ? "" : act.word();
    }

    /** Null where the act is not of one. */
    public String getVersion() {
        return version == null ? null : version.text();
    }

    public boolean isAll() {
        return all;
    }

    public String getSearch() {
        return search;
    }

    public List<String> getNodeNames() {
        List<String> names = new ArrayList<>();
        nodes.forEach(node -> names.add(VisibleNodes.name(node)));
        return names;
    }

    public int getCount() {
        return nodes.size();
    }

    /** What will be done, for people. */
    public String getSentence() {
        return switch (act) {
            case INSTALL -> Messages.FleetChange_install(getVersion(), getCount());
            case VERIFY -> Messages.FleetChange_verify(getVersion(), getCount());
            case REMOVE -> Messages.FleetChange_remove(getVersion(), getCount());
            case PRUNE -> Messages.FleetChange_prune(getCount());
            case REFRESH -> Messages.FleetChange_refresh(getCount());
        };
    }

    List<FleetTask> start() {
        return FleetTasks.get().start(act, nodes, version);
    }
}
