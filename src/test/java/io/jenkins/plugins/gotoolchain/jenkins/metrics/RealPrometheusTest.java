package io.jenkins.plugins.gotoolchain.jenkins.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hudson.model.Result;
import io.jenkins.plugins.gotoolchain.jenkins.configuration.GoToolchainConfiguration;
import io.jenkins.plugins.gotoolchain.jenkins.testing.Configured;
import io.jenkins.plugins.gotoolchain.testing.Prometheus;
import io.jenkins.plugins.gotoolchain.testing.ToolchainFixture;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.junit.ClassRule;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.jvnet.hudson.test.JenkinsRule;

/** A Prometheus of the system's takes what is shown and answers what the dashboard asks. */
public class RealPrometheusTest {

    @ClassRule
    public static final ToolchainFixture GO = new ToolchainFixture("1.24.1");

    @ClassRule
    public static final JenkinsRule JENKINS = Configured.jenkins();

    @Rule
    public final TemporaryFolder temporary = new TemporaryFolder();

    private static void build(String version, Result result) throws Exception {
        WorkflowJob job = JENKINS.createProject(WorkflowJob.class);
        job.setDefinition(new CpsFlowDefinition("node { withGo('" + version + "') { sh 'true' } }", true));
        JENKINS.buildAndAssertStatus(result, job);
    }

    private static JsonNode result(Prometheus prometheus, String question) throws Exception {
        JsonNode answer = new ObjectMapper().readTree(prometheus.ask(question));
        assertThat(answer.path("status").asText()).as(question).isEqualTo("success");
        return answer.path("data").path("result");
    }

    /** Prometheus says by its own series {@code up} what came of each scrape; two minutes are more than it ever needs. */
    private static JsonNode once(Prometheus prometheus, String question) throws Exception {
        Instant end = Instant.now().plus(Duration.ofMinutes(2));
        JsonNode result = result(prometheus, question);
        while (result.isEmpty() && Instant.now().isBefore(end)) {
            Thread.sleep(100);
            result = result(prometheus, question);
        }
        return result;
    }

    @Test
    public void itScrapesTheCountsAndAnswersEveryPanel() throws Exception {
        GoToolchainConfiguration configuration = Configured.with(GO);
        configuration.setStoreRoot(temporary.newFolder("store").getAbsolutePath());
        URI scraped = JENKINS.getURL().toURI().resolve("go-toolchain-metrics/prometheus");
        try (Prometheus prometheus = new Prometheus(temporary.newFolder("prometheus").toPath(), scraped)) {
            build("1.24.1", Result.SUCCESS);
            build("1.24.9", Result.FAILURE);
            JsonNode installs = once(prometheus, "go_toolchain_installs_total{version=\"1.24.1\"}");
            assertThat(installs.at("/0/value/1").asText()).as(prometheus.log()).isEqualTo("1");
            assertThat(once(prometheus, "go_toolchain_failures_total{version=\"1.24.9\"}").at("/0/metric/cause").asText())
                    .isEqualTo("version");
            assertThat(once(prometheus, "go_toolchain_install_seconds_bucket{le=\"+Inf\"}").at("/0/value/1").asText())
                    .isEqualTo("1");
            for (String question : Dashboard.questions()) {
                result(prometheus, question);
            }
            assertThat(result(prometheus, "up").at("/0/value/1").asText()).isEqualTo("1");
        }
    }
}
