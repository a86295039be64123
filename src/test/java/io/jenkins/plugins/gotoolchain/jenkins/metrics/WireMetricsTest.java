package io.jenkins.plugins.gotoolchain.jenkins.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.TaskListener;
import io.jenkins.plugins.gotoolchain.jenkins.configuration.GoToolchainConfiguration;
import io.jenkins.plugins.gotoolchain.jenkins.node.Pinned;
import io.jenkins.plugins.gotoolchain.jenkins.node.ProvisionOutcome;
import io.jenkins.plugins.gotoolchain.jenkins.provisioning.NodeProvisioning;
import io.jenkins.plugins.gotoolchain.jenkins.testing.Configured;
import io.jenkins.plugins.gotoolchain.testing.Fault;
import io.jenkins.plugins.gotoolchain.testing.ToolchainFixture;
import io.jenkins.plugins.gotoolchain.testing.ToolchainTree;
import org.junit.ClassRule;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.jvnet.hudson.test.JenkinsRule;

/** A source that breaks off again and again, as it is counted. */
public class WireMetricsTest {

    @ClassRule
    public static final ToolchainFixture GO = new ToolchainFixture().with(new ToolchainTree("1.24.1").noise("src/large/noise.txt", 1_000_000));

    @ClassRule
    public static final JenkinsRule JENKINS = Configured.jenkins();

    @Rule
    public final TemporaryFolder temporary = new TemporaryFolder();

    @Test
    public void everyRetryAndResumeIsCountedWithItsSourceAndVersion() throws Exception {
        GoToolchainConfiguration configuration = Configured.with(GO);
        configuration.setStoreRoot(temporary.newFolder("store").getAbsolutePath());
        GO.server().always(GO.zipPath("1.24.1"), Fault.cutAfter(300_000));
        ProvisionOutcome outcome = new NodeProvisioning(JENKINS.jenkins, null, TaskListener.NULL).provide("1.24.1", Pinned.NOTHING);
        long cuts = outcome.receipt().archiveSize() / 300_000;
        assertThat(cuts).isGreaterThanOrEqualTo(2);
        String labels = "{source=\"goproxy:" + GO.proxy() + "\",version=\"1.24.1\"} ";
        assertThat(PrometheusText.of(ProvisioningCounts.get(), null))
                .contains("go_toolchain_retries_total" + labels + cuts + "\n")
                .contains("go_toolchain_resumes_total" + labels + cuts + "\n")
                .contains("go_toolchain_downloaded_bytes_total" + labels + outcome.receipt().archiveSize() + "\n");
    }
}
