package io.jenkins.plugins.gotoolchain.jenkins.strict;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.FilePath;
import hudson.model.Result;
import io.jenkins.plugins.gotoolchain.jenkins.testing.Configured;
import io.jenkins.plugins.gotoolchain.testing.ToolchainFixture;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.Rule;
import org.junit.Test;
import org.jvnet.hudson.test.InboundAgentRule;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.JenkinsSessionRule;

/** A controller that restarts in the middle of a block goes on watching it. */
public class GoStrictRestartTest {

    private static final String WAIT = "echo waiting\nwhile [ ! -e go-on ]; do sleep 0.2; done\n";

    @Rule
    public ToolchainFixture go = new ToolchainFixture("1.24.1");

    @Rule
    public JenkinsSessionRule sessions = new JenkinsSessionRule();

    @Rule
    public InboundAgentRule agents = new InboundAgentRule();

    @Test
    public void aFindingAfterTheRestartEndsTheBlock() throws Throwable {
        sessions.then(jenkins -> begin(jenkins, "#!/bin/sh\n" + WAIT + "echo \"go: downloading go1.23.4 (linux/amd64)\"\nsleep 900"));
        sessions.then(jenkins -> {
            String log = end(jenkins, Result.FAILURE);
            assertThat(log).doesNotContain("after the block").contains("another toolchain, Go 1.23.4, behind the back of this build.\n  line ");
        });
    }

    @Test
    public void aHealthyBlockEndsWell() throws Throwable {
        sessions.then(jenkins -> begin(jenkins, "#!/bin/sh\n" + WAIT + "go version"));
        sessions.then(jenkins -> assertThat(end(jenkins, Result.SUCCESS)).contains("go version go1.24.1").contains("after the block"));
    }

    private void begin(JenkinsRule jenkins, String script) throws Exception {
        Configured.with(go);
        agents.createAgent(jenkins, InboundAgentRule.Options.newBuilder().name("one").label("one").build());
        WorkflowJob job = jenkins.createProject(WorkflowJob.class, "job");
        job.setDefinition(new CpsFlowDefinition(
                "node('one') { goStrict('1.24.1') { sh '''" + script + "''' }\n echo 'after the block' }", true));
        WorkflowRun build = job.scheduleBuild2(0).waitForStart();
        jenkins.waitForMessage("waiting", build);
    }

    private String end(JenkinsRule jenkins, Result result) throws Exception {
        agents.start(jenkins, "one");
        WorkflowRun build = jenkins.jenkins.getItemByFullName("job", WorkflowJob.class).getBuildByNumber(1);
        FilePath workspace = jenkins.jenkins.getNode("one").getWorkspaceFor(build.getParent());
        workspace.child("go-on").write("", null);
        jenkins.waitForCompletion(build);
        String log = JenkinsRule.getLog(build);
        assertThat(build.getResult()).as(log).isEqualTo(result);
        return log;
    }
}
