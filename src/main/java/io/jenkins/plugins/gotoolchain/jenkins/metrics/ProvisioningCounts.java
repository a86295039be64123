package io.jenkins.plugins.gotoolchain.jenkins.metrics;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.model.Node;
import hudson.model.Run;
import io.jenkins.plugins.gotoolchain.failure.ToolchainException;
import io.jenkins.plugins.gotoolchain.jenkins.node.AgentText;
import io.jenkins.plugins.gotoolchain.jenkins.node.ProvisionOutcome;
import io.jenkins.plugins.gotoolchain.jenkins.provisioning.ProvisioningListener;
import io.jenkins.plugins.gotoolchain.provision.FailedDownloads;
import io.jenkins.plugins.gotoolchain.store.Receipt;
import io.jenkins.plugins.gotoolchain.transfer.Timeline;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import java.net.URI;

/** Counts what was provided since Jenkins was started. */
@Extension
public final class ProvisioningCounts extends ProvisioningListener {

    private final Tally tally = new Tally();
    private final Durations installed = new Durations();
    private final Durations failed = new Durations();

    static ProvisioningCounts get() {
        return ExtensionList.lookupSingleton(ProvisioningCounts.class);
    }

    Tally tally() {
        return tally;
    }

    Durations installed() {
        return installed;
    }

    Durations failed() {
        return failed;
    }

    @Override
    public void onProvided(Node node, Run<?, ?> run, ProvisionOutcome outcome) {
        Receipt receipt = outcome.receipt();
        String version = AgentText.word(receipt.version().text());
        if (!outcome.installedNow()) {
            tally.add(Series.of(Counted.HITS, "version", version), 1);
            return;
        }
        String source = AgentText.word(receipt.source());
        add(Counted.INSTALLS, version, source, 1);
        add(Counted.BYTES, version, source, outcome.fetched());
        add(Counted.RESUMES, version, source, outcome.resumes());
        add(Counted.RETRIES, version, source, outcome.retries());
        installed.add(outcome.millis());
    }

    @Override
    public void onFailed(Node node, Run<?, ?> run, GoVersion asked, ToolchainException failure, long millis) {
        String version = asked == null ? "" : AgentText.word(asked.text());
        tally.add(Series.of(Counted.FAILURES, "cause", FailureCause.of(failure), "version", version), 1);
        failed.add(millis);
        for (Timeline timeline : FailedDownloads.of(failure)) {
            tally.add(Series.of(Counted.FAILED_DOWNLOADS, "host", host(timeline.from())), 1);
            add(Counted.RETRIES, version, "", timeline.points().stream()
                    .filter(point -> point.kind() == Timeline.Kind.RETRY).count());
            add(Counted.RESUMES, version, "", timeline.points().stream()
                    .filter(point -> point.kind() == Timeline.Kind.STARTED && point.bytes() > 0).count());
        }
    }

    /** A node said how many: a counter never goes down for it. */
    private void add(Counted counted, String version, String source, long number) {
        tally.add(Series.of(counted, "version", version, "source", source), Math.max(0, number));
    }

    private static String host(String address) {
        try {
            String host = URI.create(address).getHost();
            return host == null ? "none" : AgentText.word(host);
        } catch (IllegalArgumentException e) {
            return "none";
        }
    }
}
