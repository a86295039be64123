package io.jenkins.plugins.gotoolchain.jenkins.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.EnvVars;
import hudson.model.EnvironmentContributor;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.gotoolchain.jenkins.configuration.GoToolchainConfiguration;
import io.jenkins.plugins.gotoolchain.jenkins.testing.Configured;
import io.jenkins.plugins.gotoolchain.testing.ToolchainFixture;
import io.jenkins.plugins.opentelemetry.api.ReconfigurableOpenTelemetry;
import io.opentelemetry.sdk.resources.Resource;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.logging.Level;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.junit.After;
import org.junit.Before;
import org.junit.ClassRule;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.LoggerRule;
import org.jvnet.hudson.test.TestExtension;

/** With the SDK that the plugin opentelemetry-api brings: its own exporters show what arrived there. */
public class OpenTelemetryTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    @ClassRule
    public static final ToolchainFixture GO = new ToolchainFixture("1.24.1");

    @ClassRule
    public static final JenkinsRule JENKINS = Configured.jenkins();

    @Rule
    public final TemporaryFolder temporary = new TemporaryFolder();

    @Rule
    public final LoggerRule spans =
            new LoggerRule().record("io.opentelemetry.exporter.logging.LoggingSpanExporter", Level.INFO).capture(50);

    private int port;

    /** As the plugin opentelemetry does for the steps of a build that it traces. */
    @TestExtension
    public static final class Traced extends EnvironmentContributor {
        @Override
        @SuppressWarnings("rawtypes")
        public void buildEnvironmentFor(@NonNull Run run, @NonNull EnvVars variables, @NonNull TaskListener log) {
            variables.put("TRACEPARENT", "00-" + TRACE + "-00f067aa0ba902b7-01");
        }
    }

    @Before
    public void configure() throws Exception {
        GoToolchainConfiguration configuration = Configured.with(GO);
        configuration.setStoreRoot(temporary.newFolder("store").getAbsolutePath());
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        ReconfigurableOpenTelemetry.get().configure(
                Map.of(
                        "otel.traces.exporter", "logging",
                        "otel.logs.exporter", "none",
                        "otel.metrics.exporter", "prometheus",
                        "otel.exporter.prometheus.host", "127.0.0.1",
                        "otel.exporter.prometheus.port", "" + port),
                Resource.getDefault(), true);
    }

    @After
    public void off() {
        ReconfigurableOpenTelemetry.get().close();
    }

    private static void build(String version, Result result) throws Exception {
        WorkflowJob job = JENKINS.createProject(WorkflowJob.class);
        job.setDefinition(new CpsFlowDefinition("node { withGo('" + version + "') { sh 'true' } }", true));
        JENKINS.buildAndAssertStatus(result, job);
    }

    private String scraped() throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/metrics")).build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }

    @Test
    public void countsAndSpansOfTheBuildsTraceArriveInOpenTelemetry() throws Exception {
        build("1.24.1", Result.SUCCESS);
        build("1.24.1", Result.SUCCESS);
        build("1.24.9", Result.FAILURE);
        assertThat(scraped())
                .containsPattern("go_toolchain_installs_total\\{[^}]*go_toolchain_version=\"1.24.1\"[^}]*} 1")
                .containsPattern("go_toolchain_hits_total\\{[^}]*go_toolchain_version=\"1.24.1\"[^}]*} 1")
                .containsPattern("go_toolchain_failures_total\\{[^}]*go_toolchain_cause=\"version\"[^}]*} 1")
                .containsPattern("go_toolchain_downloaded_bytes_total\\{[^}]*} [1-9]")
                .containsPattern("go_toolchain_install_duration_seconds_count\\{[^}]*} 1");
        assertThat(spans.getMessages()).hasSize(2)
                .allMatch(line -> line.startsWith("'go-toolchain install' : " + TRACE))
                .anyMatch(line -> line.contains("go_toolchain.version=1.24.1") && line.contains("go_toolchain.downloaded_bytes="))
                .anyMatch(line -> line.contains("go_toolchain.cause=version"));
    }
}
