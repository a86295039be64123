package io.jenkins.plugins.gotoolchain.jenkins.metrics;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.model.Node;
import io.jenkins.plugins.gotoolchain.failure.ToolchainException;
import io.jenkins.plugins.gotoolchain.jenkins.node.AgentText;
import io.jenkins.plugins.gotoolchain.jenkins.node.ProvisionOutcome;
import io.jenkins.plugins.gotoolchain.jenkins.provisioning.ProvisioningListener;
import io.jenkins.plugins.gotoolchain.store.Receipt;

/** Counts what was provided since Jenkins was started. */
@Extension
public final class ProvisioningCounts extends ProvisioningListener {

    /** Seconds. */
    private static final double[] BUCKETS = {1, 2, 5, 10, 20, 30, 60, 120, 300, 600};

    private final Tally tally = new Tally();

    static ProvisioningCounts get() {
        return ExtensionList.lookupSingleton(ProvisioningCounts.class);
    }

    Tally tally() {
        return tally;
    }

    @Override
    public void onProvided(Node node, ProvisionOutcome outcome) {
        Receipt receipt = outcome.receipt();
        String version = AgentText.word(receipt.version().text());
        if (!outcome.installedNow()) {
            add(Series.of("go_toolchain_hits_total", "version", version), 1);
            return;
        }
        String source = AgentText.word(receipt.source());
        add(Series.of("go_toolchain_installs_total", "version", version, "source", source), 1);
        add(Series.of("go_toolchain_downloaded_bytes_total", "version", version, "source", source), Math.max(0, outcome.fetched()));
        if (outcome.fetched() < receipt.archiveSize()) {
            add(Series.of("go_toolchain_resumed_installs_total"), 1);
        }
        double seconds = Math.max(0, outcome.millis()) / 1000.0;
        for (double bucket : BUCKETS) {
            if (seconds <= bucket) {
                add(Series.of("go_toolchain_install_seconds_bucket", "le", bucket == (long) bucket ? Long.toString((long) bucket) : Double.toString(bucket)), 1);
            }
        }
        add(Series.of("go_toolchain_install_seconds_bucket", "le", "+Inf"), 1);
        add(Series.of("go_toolchain_install_seconds_count"), 1);
        add(Series.of("go_toolchain_install_milliseconds_total"), Math.max(0, outcome.millis()));
    }

    @Override
    public void onFailed(Node node, ToolchainException failure) {
        add(Series.of("go_toolchain_failures_total", "cause", cause(failure)), 1);
    }

    private void add(Series series, long number) {
        tally.add(series, number);
    }

    /** Who must act, as the type of the failure says. */
    private static String cause(ToolchainException failure) {
        String type = failure.getClass().getSimpleName().replace("Exception", "");
        return type.toLowerCase(java.util.Locale.ROOT);
    }
}
