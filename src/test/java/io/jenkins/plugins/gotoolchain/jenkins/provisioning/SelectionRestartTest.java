package io.jenkins.plugins.gotoolchain.jenkins.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.gotoolchain.jenkins.configuration.GoToolchainConfiguration;
import io.jenkins.plugins.gotoolchain.jenkins.configuration.ModuleProxyEntry;
import io.jenkins.plugins.gotoolchain.jenkins.testing.Configured;
import io.jenkins.plugins.gotoolchain.testing.ToolchainFixture;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.jenkinsci.plugins.workflow.test.steps.SemaphoreStep;
import org.junit.ClassRule;
import org.junit.Rule;
import org.junit.Test;
import org.jvnet.hudson.test.JenkinsSessionRule;

/** What a build chose, and what was configured, outlives a restart of the controller. */
public class SelectionRestartTest {

    @ClassRule
    public static final ToolchainFixture GO = new ToolchainFixture("1.24.1", "1.24.2");

    @Rule
    public final JenkinsSessionRule sessions = new JenkinsSessionRule();

    @Test
    public void aBuildKeepsTheVersionThatItChose() throws Throwable {
        sessions.then(jenkins -> {
            Configured.with(GO).setAllowedVersions("<1.24.2");
            WorkflowJob job = jenkins.createProject(WorkflowJob.class, "job");
            job.setDefinition(new CpsFlowDefinition("""
                    node { sh "'${tool name: '1.24.x', type: 'go'}/bin/go' version" }
                    semaphore 'between'
                    node { sh "'${tool name: '1.24.x', type: 'go'}/bin/go' version" }
                    """, true));
            SemaphoreStep.waitForStart("between/1", job.scheduleBuild2(0).waitForStart());
        });
        sessions.then(jenkins -> {
            GoToolchainConfiguration.get().setAllowedVersions(null);
            assertThat(((ModuleProxyEntry) GoToolchainConfiguration.get().getSources().get(0)).getUrl()).isEqualTo(GO.proxy());
            SemaphoreStep.success("between/1", null);
            WorkflowJob job = jenkins.jenkins.getItemByFullName("job", WorkflowJob.class);
            WorkflowRun run = jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(job.getBuildByNumber(1)));
            jenkins.assertLogNotContains("go version go1.24.2", run);
            assertThat(jenkins.getLog(run).split("go version go1\\.24\\.1", -1)).hasSize(3);
            SemaphoreStep.success("between/2", null);
            jenkins.assertLogContains("go version go1.24.2", jenkins.buildAndAssertSuccess(job));
        });
    }
}
