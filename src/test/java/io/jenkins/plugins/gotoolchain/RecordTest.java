package io.jenkins.plugins.gotoolchain;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Label;
import hudson.model.Run;
import io.jenkins.plugins.gotoolchain.testing.ToolchainFixture;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.jvnet.hudson.test.JenkinsRule;

/** What a build keeps of the toolchains that it used, and who is told. */
public class RecordTest {

    @ClassRule
    public static final ToolchainFixture GO = new ToolchainFixture("1.24.1", "1.23.6");

    @ClassRule
    public static final JenkinsRule JENKINS = new JenkinsRule();

    @BeforeClass
    public static void nodes() throws Exception {
        JENKINS.jenkins.setNumExecutors(4);
        JENKINS.createOnlineSlave(Label.get("agent"));
    }

    @Before
    public void sources() {
        Configured.with(GO);
    }

    @Test
    public void saysWhichToolchainOnWhichNodeFromWhereOnWhichEvidence() throws Exception {
        WorkflowRun run = JENKINS.buildAndAssertSuccess(pipeline("node('agent') { tool name: '1.24.1', type: 'go' }"));
        ToolchainUse use = only(run);
        assertThat(use.getVersion()).isEqualTo("1.24.1");
        assertThat(use.getPlatform()).isEqualTo("linux/amd64");
        assertThat(use.getNode()).isEqualTo(JENKINS.jenkins.getLabel("agent").getNodes().iterator().next().getNodeName());
        assertThat(use.getSource()).isEqualTo("goproxy:" + GO.proxy());
        assertThat(use.getEvidence()).extracting(ToolchainEvidence::getKind).containsExactly("sumdb");
        assertThat(use.getUnproven()).isEmpty();
    }

    @Test
    public void aToolchainThatABuildAsksForAgainIsRecordedOnce() throws Exception {
        WorkflowRun run = JENKINS.buildAndAssertSuccess(pipeline("""
                pipeline {
                  agent { label 'built-in' }
                  tools { go '1.23.6' }
                  stages {
                    stage('a') { steps { echo 'a' } }
                    stage('b') { steps { echo 'b' } }
                  }
                }
                """));
        assertThat(only(run).getVersion()).isEqualTo("1.23.6");
    }

    @Test
    public void parallelBranchesAreAllThere() throws Exception {
        WorkflowRun run = JENKINS.buildAndAssertSuccess(pipeline("""
                def branches = [:]
                for (n in ['built-in', 'agent']) {
                  for (v in ['1.24.1', '1.23.6']) {
                    def label = n, version = v
                    branches[n + v] = { node(label) { tool name: version, type: 'go' } }
                  }
                }
                parallel branches
                """));
        assertThat(run.getAction(GoToolchainsAction.class).getToolchains())
                .extracting(use -> use.getNode() + " " + use.getVersion())
                .hasSize(4)
                .doesNotHaveDuplicates();
    }

    private static ToolchainUse only(Run<?, ?> run) {
        GoToolchainsAction record = run.getAction(GoToolchainsAction.class);
        assertThat(record).isNotNull();
        assertThat(record.getToolchains()).hasSize(1);
        return record.getToolchains().get(0);
    }

    private static WorkflowJob pipeline(String script) throws Exception {
        WorkflowJob job = JENKINS.createProject(WorkflowJob.class);
        job.setDefinition(new CpsFlowDefinition(script, true));
        return job;
    }
}
