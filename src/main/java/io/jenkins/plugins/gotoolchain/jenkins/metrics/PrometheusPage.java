package io.jenkins.plugins.gotoolchain.jenkins.metrics;

import hudson.Extension;
import hudson.model.InvisibleAction;
import hudson.model.RootAction;
import hudson.util.HttpResponses;
import io.jenkins.plugins.gotoolchain.archivecache.CacheCounts;
import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;
import io.jenkins.plugins.gotoolchain.jenkins.cache.ControllerArchives;
import jenkins.model.Jenkins;
import org.kohsuke.stapler.HttpResponse;

/** What Prometheus scrapes: {@code go-toolchain-metrics/prometheus}. Takes the permission Overall/SystemRead. */
@Extension
public final class PrometheusPage extends InvisibleAction implements RootAction {

    @Override
    public String getUrlName() {
        return "go-toolchain-metrics";
    }

    /** All counts since Jenkins was started. */
    public HttpResponse doPrometheus() {
        Jenkins.get().checkPermission(Jenkins.SYSTEM_READ);
        return HttpResponses.text(PrometheusText.of(ProvisioningCounts.get(), cache()));
    }

    private static CacheCounts cache() {
        try {
            return ControllerArchives.get().relay().counts();
        } catch (ConfigurationException e) {
            return null;
        }
    }
}
