package io.jenkins.plugins.gotoolchain.jenkins.metrics;

import com.codahale.metrics.MetricRegistry;
import hudson.Extension;
import hudson.model.Node;
import io.jenkins.plugins.gotoolchain.failure.ToolchainException;
import io.jenkins.plugins.gotoolchain.jenkins.node.ProvisionOutcome;
import io.jenkins.plugins.gotoolchain.jenkins.provisioning.ProvisioningListener;
import java.util.concurrent.TimeUnit;
import jenkins.metrics.api.Metrics;

/** The same counts in the registry of the plugin metrics, without versions and sources: it knows no labels. */
@Extension(optional = true)
public final class RegistryMetrics extends ProvisioningListener {

    private static final String PREFIX = "goToolchain.";

    @Override
    public void onProvided(Node node, ProvisionOutcome outcome) {
        MetricRegistry registry = Metrics.metricRegistry();
        if (!outcome.installedNow()) {
            registry.counter(PREFIX + "hits").inc();
            return;
        }
        registry.counter(PREFIX + "installs").inc();
        registry.counter(PREFIX + "downloadedBytes").inc(Math.max(0, outcome.fetched()));
        registry.timer(PREFIX + "install").update(Math.max(0, outcome.millis()), TimeUnit.MILLISECONDS);
    }

    @Override
    public void onFailed(Node node, ToolchainException failure) {
        Metrics.metricRegistry().counter(PREFIX + "failures." + failure.getClass().getSimpleName().replace("Exception", "")).inc();
    }
}
