package io.jenkins.plugins.gotoolchain.jenkins.network;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.model.Action;
import hudson.model.Computer;
import hudson.model.Node;
import hudson.util.HttpResponses;
import io.jenkins.plugins.gotoolchain.diagnose.network.NetworkWords;
import io.jenkins.plugins.gotoolchain.diagnose.network.TargetCheck;
import io.jenkins.plugins.gotoolchain.diagnose.timeline.TimelinePicture;
import io.jenkins.plugins.gotoolchain.diagnose.timeline.TimelineText;
import io.jenkins.plugins.gotoolchain.transfer.Timeline;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import jenkins.model.TransientActionFactory;
import org.jvnet.localizer.LocaleProvider;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.StaplerProxy;
import org.kohsuke.stapler.verb.POST;

/** How one node reaches the sources, and how its last downloads went: {@code computer/NAME/go-network/}. */
public final class NodeNetworkAction implements Action, StaplerProxy {

    private final Computer computer;

    NodeNetworkAction(Computer computer) {
        this.computer = computer;
    }

    @Override
    public String getIconFileName() {
        return computer.hasPermission(Computer.EXTENDED_READ) ? "symbol-swap" : null;
    }

    @Override
    public String getDisplayName() {
        return Messages.NodeNetworkAction_displayName();
    }

    @Override
    public String getUrlName() {
        return "go-network";
    }

    /** Only who may see a node's details sees its network. */
    @Override
    public Object getTarget() {
        computer.checkPermission(Computer.EXTENDED_READ);
        return this;
    }

    /** For the page's side panel. */
    public Computer getComputer() {
        return computer;
    }

    private NodeCheck last() {
        Node node = computer.getNode();
        return node == null ? null : NetworkChecks.get().last(node);
    }

    public boolean isRunning() {
        Node node = computer.getNode();
        return node != null && NetworkChecks.get().isRunning(node);
    }

    /** Whether whoever asks may have the node asked. */
    public boolean isCheckable() {
        return computer.hasPermission(Computer.CONNECT);
    }

    /** Why it could not be asked; null where it was, or nobody tried. */
    public String getTrouble() {
        NodeCheck last = last();
        return last == null ? null : last.trouble();
    }

    /** When it was asked; null where it was not. */
    public Date getTime() {
        NodeCheck last = last();
        return last == null || last.report() == null ? null : new Date(last.report().atMillis());
    }

    public List<NetworkSection> getSections() {
        NodeCheck last = last();
        List<NetworkSection> sections = new ArrayList<>();
        if (last != null && last.report() != null) {
            NetworkWords words = new NetworkWords(locale());
            for (TargetCheck check : last.report().targets()) {
                sections.add(new NetworkSection(check, words));
            }
        }
        return sections;
    }

    /** The last downloads, the youngest first. */
    public List<Download> getDownloads() {
        NodeCheck last = last();
        List<Download> downloads = new ArrayList<>();
        if (last != null) {
            last.downloads().forEach(timeline -> downloads.add(new Download(timeline)));
        }
        return downloads;
    }

    private static Locale locale() {
        return LocaleProvider.getLocale();
    }

    /** Has the node asked. */
    @POST
    public HttpResponse doCheck() {
        computer.checkPermission(Computer.CONNECT);
        Node node = computer.getNode();
        if (node != null) {
            NetworkChecks.get().start(node);
        }
        return HttpResponses.redirectTo(".");
    }

    /** One download, for the page. */
    public static final class Download {

        private final Timeline timeline;

        private Download(Timeline timeline) {
            this.timeline = timeline;
        }

        public boolean isFailed() {
            return timeline.failed();
        }

        public String getWhat() {
            return timeline.what();
        }

        public String getFrom() {
            return timeline.from();
        }

        public Date getTime() {
            return new Date(timeline.start());
        }

        /** Where everything in its picture is. */
        public DownloadPicture getPicture() {
            return new DownloadPicture(new TimelinePicture(timeline, locale()));
        }

        public List<String> getLines() {
            return new TimelineText(locale()).lines(timeline);
        }
    }

    /** One for each node. */
    @Extension
    public static final class Factory extends TransientActionFactory<Computer> {

        @Override
        public Class<Computer> type() {
            return Computer.class;
        }

        @NonNull
        @Override
        public Collection<? extends Action> createFor(@NonNull Computer target) {
            return List.of(new NodeNetworkAction(target));
        }
    }
}
