package io.jenkins.plugins.gotoolchain.jenkins.provisioning;

import hudson.AbortException;
import hudson.FilePath;
import hudson.model.Node;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.gotoolchain.diagnose.timeline.TimelineText;
import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;
import io.jenkins.plugins.gotoolchain.failure.DisagreementException;
import io.jenkins.plugins.gotoolchain.failure.ToolchainException;
import io.jenkins.plugins.gotoolchain.failure.VerificationException;
import io.jenkins.plugins.gotoolchain.jenkins.cache.ControllerArchives;
import io.jenkins.plugins.gotoolchain.jenkins.catalogue.Catalogue;
import io.jenkins.plugins.gotoolchain.jenkins.configuration.AllowedVersions;
import io.jenkins.plugins.gotoolchain.jenkins.configuration.EngineSettings;
import io.jenkins.plugins.gotoolchain.jenkins.configuration.GoToolchainConfiguration;
import io.jenkins.plugins.gotoolchain.jenkins.configuration.UnreceiptedLocation;
import io.jenkins.plugins.gotoolchain.jenkins.node.CatalogueStamp;
import io.jenkins.plugins.gotoolchain.jenkins.node.CheckLocation;
import io.jenkins.plugins.gotoolchain.jenkins.node.OutcomeLine;
import io.jenkins.plugins.gotoolchain.jenkins.node.Pinned;
import io.jenkins.plugins.gotoolchain.jenkins.node.ProvisionOnNode;
import io.jenkins.plugins.gotoolchain.jenkins.node.ProvisionOutcome;
import io.jenkins.plugins.gotoolchain.jenkins.node.StoreCleaning;
import io.jenkins.plugins.gotoolchain.jenkins.node.StoreFolder;
import io.jenkins.plugins.gotoolchain.jenkins.node.Wanted;
import io.jenkins.plugins.gotoolchain.jenkins.record.BuildRecord;
import io.jenkins.plugins.gotoolchain.jenkins.record.ToolchainUse;
import io.jenkins.plugins.gotoolchain.jenkins.times.GoTimesAction;
import io.jenkins.plugins.gotoolchain.jenkins.times.GoWork;
import io.jenkins.plugins.gotoolchain.jenkins.trust.FirstBytes;
import io.jenkins.plugins.gotoolchain.jenkins.trust.ReceiptSigning;
import io.jenkins.plugins.gotoolchain.jenkins.trust.TrustAlarm;
import io.jenkins.plugins.gotoolchain.jenkins.trust.TrustAlarms;
import io.jenkins.plugins.gotoolchain.pins.Pins;
import io.jenkins.plugins.gotoolchain.provision.FailedDownloads;
import io.jenkins.plugins.gotoolchain.provision.ProvisionSettings;
import io.jenkins.plugins.gotoolchain.transfer.Relay;
import io.jenkins.plugins.gotoolchain.transfer.Timeline;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import io.jenkins.plugins.gotoolchain.version.Resolution;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import jenkins.agents.ControllerToAgentFileCallable;

/** Provides a toolchain on one node for one build: chooses the version here, has the road run there, checks the answer. */
public final class NodeProvisioning {

    private final Node node;
    private final Run<?, ?> run;
    private final TaskListener log;
    private final FilePath store;
    private final String whom;
    private final List<Pins> lists;
    private final boolean inAdvance;

    /** @param run null where no build is known */
    public NodeProvisioning(Node node, Run<?, ?> run, TaskListener log) {
        this(node, run, log, null, null, List.of(), false);
    }

    private NodeProvisioning(
            Node node, Run<?, ?> run, TaskListener log, FilePath store, String whom, List<Pins> lists, boolean inAdvance) {
        this.node = node;
        this.run = run;
        this.log = log;
        this.store = store;
        this.whom = whom;
        this.lists = lists;
        this.inAdvance = inAdvance;
    }

    /** The same with a store of its own on the node, for what cannot see the node's. */
    public NodeProvisioning in(FilePath otherStore) {
        return new NodeProvisioning(node, run, log, otherStore, whom, lists, inAdvance);
    }

    /** On a node that nobody waits for: within the bandwidth that is meant for that. */
    public static NodeProvisioning inAdvance(Node node, TaskListener log) {
        return new NodeProvisioning(node, null, log, null, null, List.of(), true);
    }

    /** The same for someone whom a refusal is to name: {@code the installation "1.24.1"}. */
    public NodeProvisioning named(String someone) {
        return new NodeProvisioning(node, run, log, store, someone, lists, inAdvance);
    }

    /** The same where nothing is accepted that is not on this list; null for no such list. */
    public NodeProvisioning pinnedBy(Pins list) {
        if (list == null) {
            return this;
        }
        List<Pins> all = new ArrayList<>(lists);
        all.add(list);
        return new NodeProvisioning(node, run, log, store, whom, all, inAdvance);
    }

    /** For a tool, where Jenkins does not say for which build. */
    public static NodeProvisioning ofTool(Node node, TaskListener log) {
        return new NodeProvisioning(node, CurrentBuild.on(node, log), log);
    }

    /** What may go wrong is of the engine's family, or of Jenkins' own. */
    @FunctionalInterface
    private interface Road<T> {
        T take() throws IOException, InterruptedException;
    }

    /**
     * @param selector a version or what stands for one, but no file of a workspace
     * @param pins what is pinned for it; the lists of pins that count for all come on top
     * @throws AbortException with the cause, what was tried and what to do
     */
    public ProvisionOutcome provide(String selector, Pinned pins) throws IOException, InterruptedException {
        return provide(orAbort(null, () -> new BuildSelections(run, node).choose(selector)), pins);
    }

    /** As {@link #provide(String, Map)}, for a version that was chosen already. */
    public ProvisionOutcome provide(Resolution resolution, Pinned pins)
            throws IOException, InterruptedException {
        return orAbort(resolution.version(), () -> install(resolution, all(pins)));
    }

    /**
     * Lets the build use a toolchain that is at a given place on the node, if it is what was asked for.
     *
     * @param home in the node's own notation
     * @param asked the selector; where it is none, any version will do
     */
    public ProvisionOutcome accept(String home, String asked, Pinned pins)
            throws IOException, InterruptedException {
        return orAbort(null, () -> locate(home, asked, all(pins)));
    }

    /** With the list of the workspace, and the controller's. */
    private Pinned all(Pinned pins) throws ConfigurationException {
        Pins controllers = GoToolchainConfiguration.get().pinsOfAll();
        Pinned here = pins.and(lists);
        return controllers == null ? here : here.and(controllers);
    }

    private ProvisionOutcome install(Resolution resolution, Pinned pins)
            throws IOException, InterruptedException {
        AllowedVersions.check(resolution);
        ProvisionSettings settings = EngineSettings.current().receiptsSignedBy(ReceiptSigning.get().keys());
        FilePath root = store == null ? StoreFolder.of(node) : store;
        CatalogueStamp stamp = Catalogue.get().now(settings);
        Relay relay = ControllerArchives.get().of(node, settings, resolution, pins, log, inAdvance);
        return ask(
                root,
                RecentOutcomes.Key.of(node, root, run, resolution + " " + stamp.number(), pins, settings),
                new ProvisionOnNode(
                        relay == null && inAdvance ? settings.pacedTo(shareInAdvance()) : settings,
                        resolution,
                        pins,
                        ToolLeases.take(run, node, root.getRemote() + " " + resolution.version()),
                        StoreCleaning.rules(GoToolchainConfiguration.get().getStoreLimits()),
                        stamp,
                        relay,
                        log),
                outcome -> OutcomeCheck.ofInstalled(outcome, resolution, root.getRemote(), pins),
                stamp::number);
    }

    /** What one of the nodes that are seen to at a time may fetch in a second for itself; 0 for no limit. */
    private static long shareInAdvance() {
        GoToolchainConfiguration configuration = GoToolchainConfiguration.get();
        long all = configuration.getPreinstallMebibytesPerSecond() * (1L << 20);
        return all == 0 ? 0 : Math.max(1, all / configuration.getParallelInstalls());
    }

    private ProvisionOutcome locate(String home, String asked, Pinned pins)
            throws IOException, InterruptedException {
        requireNotCondemned(home);
        BuildSelections selections = new BuildSelections(run, node);
        Wanted wanted = selections.wanted(asked);
        if (wanted.version() != null) {
            AllowedVersions.check(wanted.resolution(wanted.version(), home));
        }
        ProvisionSettings settings = EngineSettings.current().receiptsSignedBy(ReceiptSigning.get().keys());
        UnreceiptedLocation without = GoToolchainConfiguration.get().getUnreceiptedLocations();
        FilePath root = StoreFolder.of(node);
        ProvisionOutcome outcome = ask(
                root,
                RecentOutcomes.Key.of(node, root, run, home + " " + wanted + " " + without, pins, settings),
                new CheckLocation(home, wanted, without, settings, pins, log),
                answer -> {
                    OutcomeCheck.ofLocation(answer, home, wanted);
                    AllowedVersions.check(answer.resolution());
                },
                () -> Catalogue.get().now(settings).number());
        if (wanted.language() != null) {
            selections.keep(outcome.resolution());
        }
        return outcome;
    }

    /** Nothing of it may be put aside there, so it is the controller that keeps builds from it. */
    private void requireNotCondemned(String home) throws VerificationException {
        TrustAlarm alarm = TrustAlarms.get().condemning(node, home);
        if (alarm != null) {
            throw new VerificationException(
                    alarm.getAbout() + ": " + alarm.summary() + " (found at " + alarm.getFirst().toInstant() + ")",
                    "make the image anew; the next audit looks again. Administrators see all files under Manage Jenkins");
        }
    }

    /** Holds an answer against what was asked. */
    @FunctionalInterface
    private interface Verdict {
        void on(ProvisionOutcome answer) throws IOException;
    }

    /** What was answered to this build a moment ago is not asked again. */
    private ProvisionOutcome ask(
            FilePath root, RecentOutcomes.Key key, ControllerToAgentFileCallable<ProvisionOutcome> question, Verdict verdict,
            Road<Long> catalogue)
            throws IOException, InterruptedException {
        ProvisionOutcome known = run == null ? null : RecentOutcomes.get().find(key);
        if (known != null) {
            return known;
        }
        long number = catalogue.take();
        ProvisionOutcome answer = root.act(question);
        verdict.on(answer);
        FirstBytes.get().hold(node, answer.receipt());
        SameForTheBuild.require(run, node, answer);
        ReceiptSigning.get().settle(root, answer);
        RecentOutcomes.get().keep(key, answer);
        BuildRecord.add(run, ToolchainUse.of(node, answer).under(number));
        GoTimesAction.add(run, GoWork.of(node, answer));
        log.getLogger().println(OutcomeLine.of(answer));
        ProvisioningListener.tell(one -> one.onProvided(node, run, answer));
        return answer;
    }

    /** @param version for those who count; null where it is not known yet */
    private <T> T orAbort(GoVersion version, Road<T> road) throws IOException, InterruptedException {
        long start = System.nanoTime();
        try {
            return road.take();
        } catch (ToolchainException e) {
            long millis = (System.nanoTime() - start) / 1_000_000;
            ProvisioningListener.tell(one -> one.onFailed(node, run, version, e, millis));
            if (e instanceof DisagreementException disagreement) {
                TrustAlarms.get().raise(disagreement, node, run);
            }
            timelines(e);
            throw new AbortException("Go cannot be provided on " + node.getDisplayName()
                    + (whom == null ? "" : " for " + whom) + ": " + e.getMessage());
        }
    }

    /** How the downloads went that failed, as the node saw them. */
    private void timelines(ToolchainException failure) {
        TimelineText text = new TimelineText(Locale.getDefault());
        for (Timeline timeline : FailedDownloads.of(failure)) {
            text.lines(timeline).forEach(line -> log.getLogger().println(OutcomeLine.PREFIX + line));
        }
    }
}
