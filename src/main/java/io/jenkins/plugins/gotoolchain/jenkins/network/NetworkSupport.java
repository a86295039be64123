package io.jenkins.plugins.gotoolchain.jenkins.network;

import com.cloudbees.jenkins.support.api.Component;
import com.cloudbees.jenkins.support.api.Container;
import com.cloudbees.jenkins.support.api.StringContent;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.model.Node;
import hudson.security.Permission;
import io.jenkins.plugins.gotoolchain.diagnose.network.NetworkText;
import io.jenkins.plugins.gotoolchain.diagnose.network.NetworkWords;
import io.jenkins.plugins.gotoolchain.diagnose.timeline.TimelineText;
import io.jenkins.plugins.gotoolchain.jenkins.node.VisibleNodes;
import io.jenkins.plugins.gotoolchain.transfer.Timeline;
import java.util.Locale;
import java.util.Set;
import java.util.StringJoiner;
import jenkins.model.Jenkins;

/**
 * What nodes said last of their network and their downloads, for the bundle of the plugin support-core. In English, as the
 * bundle is; nobody is asked for it.
 */
@Extension(optional = true)
public final class NetworkSupport extends Component {

    @NonNull
    @Override
    public Set<Permission> getRequiredPermissions() {
        return Set.of(Jenkins.ADMINISTER);
    }

    @NonNull
    @Override
    public String getDisplayName() {
        return Messages.NetworkSupport_displayName();
    }

    @NonNull
    @Override
    public ComponentCategory getCategory() {
        return ComponentCategory.CONTROLLER;
    }

    @Override
    public void addContents(@NonNull Container container) {
        container.add(new StringContent("go-toolchain/network.txt", text()));
    }

    static String text() {
        NetworkText reports = new NetworkText(new NetworkWords(Locale.ENGLISH));
        TimelineText timelines = new TimelineText(Locale.ENGLISH);
        StringJoiner lines = new StringJoiner("\n", "", "\n");
        for (Node node : VisibleNodes.all()) {
            lines.add("== " + node.getDisplayName());
            NodeCheck check = NetworkChecks.get().last(node);
            if (check == null) {
                lines.add("not asked since Jenkins started: Manage Jenkins, Go network asks it");
            } else if (check.report() == null) {
                lines.add("could not be asked: " + check.trouble());
            } else {
                reports.lines(check.report()).forEach(lines::add);
                for (Timeline timeline : check.downloads()) {
                    timelines.lines(timeline).forEach(lines::add);
                }
            }
            lines.add("");
        }
        return lines.toString();
    }
}
