package io.jenkins.plugins.gotoolchain.jenkins.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import io.jenkins.plugins.gotoolchain.jenkins.configuration.ArchiveCacheSettings;
import io.jenkins.plugins.gotoolchain.jenkins.configuration.GoToolchainConfiguration;
import io.jenkins.plugins.gotoolchain.jenkins.testing.Configured;
import io.jenkins.plugins.gotoolchain.testing.ToolchainFixture;
import jenkins.metrics.api.Metrics;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.junit.Before;
import org.junit.ClassRule;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;

/** What was provided, as Prometheus and the plugin metrics see it. */
public class MetricsTest {

    @ClassRule
    public static final ToolchainFixture GO = new ToolchainFixture("1.24.1");

    @ClassRule
    public static final JenkinsRule JENKINS = Configured.jenkins();

    @Rule
    public final TemporaryFolder temporary = new TemporaryFolder();

    @Before
    public void configure() throws Exception {
        GoToolchainConfiguration configuration = Configured.with(GO);
        configuration.setStoreRoot(temporary.newFolder("store").getAbsolutePath());
        ArchiveCacheSettings cache = new ArchiveCacheSettings();
        cache.setFolder(temporary.newFolder("archives").getAbsolutePath());
        configuration.setArchiveCache(cache);
    }

    private static void build(String version, Result result) throws Exception {
        WorkflowJob job = JENKINS.createProject(WorkflowJob.class);
        job.setDefinition(new CpsFlowDefinition("node { withGo('" + version + "') { sh 'true' } }", true));
        JENKINS.buildAndAssertStatus(result, job);
    }

    private static String scraped() throws Exception {
        return Configured.reader(JENKINS).goTo("go-toolchain-metrics/prometheus", "text/plain").getWebResponse().getContentAsString();
    }

    @Test
    public void installsHitsFailuresAndTheCacheAreCounted() throws Exception {
        build("1.24.1", Result.SUCCESS);
        build("1.24.1", Result.SUCCESS);
        build("1.24.9", Result.FAILURE);
        String text = scraped();
        assertThat(text)
                .contains("# TYPE go_toolchain_installs_total counter\n")
                .contains("go_toolchain_installs_total{source=\"goproxy:" + GO.proxy() + "\",version=\"1.24.1\"} 1\n")
                .contains("go_toolchain_hits_total{version=\"1.24.1\"} 1\n")
                .contains("go_toolchain_failures_total{cause=\"version\",version=\"1.24.9\"} 1\n")
                .contains("go_toolchain_install_seconds_bucket{le=\"+Inf\"} 1\n")
                .contains("go_toolchain_install_seconds_count 1\n")
                .contains("go_toolchain_failure_seconds_count 1\n")
                .contains("go_toolchain_cache_fills_total 1\n");
        assertThat(Metrics.metricRegistry().counter("goToolchain.installs").getCount()).isEqualTo(1);
        assertThat(Metrics.metricRegistry().timer("goToolchain.install").getCount()).isEqualTo(1);
    }

    @Test
    public void onlyWhoMayReadTheSystemSeesThem() throws Exception {
        JENKINS.jenkins.setSecurityRealm(JENKINS.createDummySecurityRealm());
        JENKINS.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy().grant(Jenkins.READ).everywhere().toEveryone());
        try {
            Configured.reader(JENKINS).assertFails("go-toolchain-metrics/prometheus", 403);
        } finally {
            JENKINS.jenkins.setAuthorizationStrategy(new hudson.security.AuthorizationStrategy.Unsecured());
        }
    }
}
