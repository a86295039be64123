package io.jenkins.plugins.gotoolchain.jenkins.tool;

import hudson.model.FreeStyleProject;
import hudson.model.Label;
import hudson.model.Slave;
import hudson.tasks.Shell;
import io.jenkins.plugins.gotoolchain.jenkins.testing.Configured;
import io.jenkins.plugins.gotoolchain.testing.ToolchainFixture;
import java.util.List;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.junit.Before;
import org.junit.ClassRule;
import org.junit.Rule;
import org.junit.Test;
import org.jvnet.hudson.test.InboundAgentRule;
import org.jvnet.hudson.test.JenkinsRule;

/** The tool in each kind of job, on an agent in a process of its own. */
public class ToolSmokeTest {

    @ClassRule
    public static final ToolchainFixture GO = new ToolchainFixture("1.24.1", "1.23.6");

    @ClassRule
    public static final JenkinsRule JENKINS = Configured.jenkins();

    @Rule
    public final InboundAgentRule agents = new InboundAgentRule();

    private Slave agent;

    @Before
    public void setUp() throws Exception {
        Configured.with(GO);
        agent = agents.createAgent(JENKINS, InboundAgentRule.Options.newBuilder().name("agent").label("agent").skipStart().build());
        agents.start(JENKINS, "agent");
    }

    @Test
    public void declarativePutsItOnThePath() throws Exception {
        JENKINS.assertLogContains("go version go1.24.1 linux/amd64", JENKINS.buildAndAssertSuccess(pipeline("""
                pipeline {
                  agent { label 'agent' }
                  tools { go '1.24.1' }
                  stages { stage('one') { steps { sh 'go version' } } }
                }
                """)));
    }

    @Test
    public void scriptedGetsItsHome() throws Exception {
        JENKINS.assertLogContains("go version go1.23.6 linux/amd64", JENKINS.buildAndAssertSuccess(pipeline("""
                node('agent') {
                  def home = tool name: '1.23.6', type: 'go'
                  sh "'$home/bin/go' version"
                }
                """)));
    }

    private static WorkflowJob pipeline(String script) throws Exception {
        WorkflowJob job = JENKINS.createProject(WorkflowJob.class);
        job.setDefinition(new CpsFlowDefinition(script, true));
        return job;
    }
}
