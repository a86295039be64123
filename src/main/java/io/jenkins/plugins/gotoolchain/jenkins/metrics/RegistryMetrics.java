package io.jenkins.plugins.gotoolchain.jenkins.metrics;

import com.codahale.metrics.MetricRegistry;
import hudson.Extension;
import hudson.model.Node;
import hudson.model.Run;
import io.jenkins.plugins.gotoolchain.failure.ToolchainException;
import io.jenkins.plugins.gotoolchain.jenkins.node.ProvisionOutcome;
import io.jenkins.plugins.gotoolchain.jenkins.provisioning.ProvisioningListener;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import java.util.concurrent.TimeUnit;
import jenkins.metrics.api.Metrics;

/** The same counts in the registry of the plugin metrics, without versions and sources: it knows no labels. */
@Extension(optional = true)
public final class RegistryMetrics extends ProvisioningListener {

    private static final String PREFIX = "goToolchain.";

    @Override
    public void onProvided(Node node, Run<?, ?> run, ProvisionOutcome outcome) {
        if (!outcome.installedNow()) {
            add("hits", 1);
            return;
        }
        add("installs", 1);
        add("downloadedBytes", outcome.fetched());
        add("resumes", outcome.resumes());
        add("retries", outcome.retries());
        took("install", outcome.millis());
    }

    @Override
    public void onFailed(Node node, Run<?, ?> run, GoVersion asked, ToolchainException failure, long millis) {
        add("failures." + FailureCause.of(failure), 1);
        took("failure", millis);
    }

    private static void add(String name, long number) {
        registry().counter(PREFIX + name).inc(Math.max(0, number));
    }

    private static void took(String name, long millis) {
        registry().timer(PREFIX + name).update(Math.max(0, millis), TimeUnit.MILLISECONDS);
    }

    private static MetricRegistry registry() {
        return Metrics.metricRegistry();
    }
}
