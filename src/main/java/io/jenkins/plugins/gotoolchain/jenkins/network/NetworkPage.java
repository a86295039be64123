package io.jenkins.plugins.gotoolchain.jenkins.network;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.model.ManagementLink;
import hudson.model.Node;
import hudson.security.Permission;
import hudson.util.HttpResponses;
import io.jenkins.plugins.gotoolchain.diagnose.network.NetworkReport;
import io.jenkins.plugins.gotoolchain.diagnose.network.NetworkWords;
import io.jenkins.plugins.gotoolchain.jenkins.node.VisibleNodes;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import jenkins.model.Jenkins;
import org.jvnet.localizer.LocaleProvider;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.verb.POST;

/** How all nodes reach all sources, in one table with the controller first: {@code manage/go-network/}. */
@Extension
public final class NetworkPage extends ManagementLink {

    @Override
    public String getIconFileName() {
        return "symbol-swap";
    }

    @Override
    public String getDisplayName() {
        return Messages.NetworkPage_displayName();
    }

    @Override
    public String getDescription() {
        return Messages.NetworkPage_description();
    }

    @Override
    public String getUrlName() {
        return "go-network";
    }

    @NonNull
    @Override
    public Permission getRequiredPermission() {
        return Jenkins.SYSTEM_READ;
    }

    @NonNull
    @Override
    public Category getCategory() {
        return Category.TROUBLESHOOTING;
    }

    /** The sources that any node was asked about, in their order. */
    public List<String> getColumns() {
        Set<String> labels = new LinkedHashSet<>();
        for (Node node : VisibleNodes.all()) {
            NodeCheck check = NetworkChecks.get().last(node);
            if (check != null && check.report() != null) {
                check.report().targets().forEach(one -> labels.add(one.target().label()));
            }
        }
        return new ArrayList<>(labels);
    }

    public List<NetworkRow> getRows() {
        Jenkins.get().checkPermission(Jenkins.SYSTEM_READ);
        NetworkChecks checks = NetworkChecks.get();
        NetworkWords words = new NetworkWords(LocaleProvider.getLocale());
        List<String> columns = getColumns();
        NodeCheck controller = checks.last(Jenkins.get());
        NetworkReport controllers = controller == null ? null : controller.report();
        List<NetworkRow> rows = new ArrayList<>();
        for (Node node : VisibleNodes.all()) {
            rows.add(new NetworkRow(node, checks.last(node), checks.isRunning(node), columns, controllers, words));
        }
        return rows;
    }

    public boolean isRunning() {
        return VisibleNodes.all().stream().anyMatch(NetworkChecks.get()::isRunning);
    }

    /** Asks every node that is visible. */
    @POST
    public HttpResponse doCheck() {
        Jenkins.get().checkPermission(Jenkins.MANAGE);
        VisibleNodes.all().forEach(NetworkChecks.get()::start);
        return HttpResponses.redirectTo(".");
    }
}
