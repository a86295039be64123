package io.jenkins.plugins.gotoolchain.jenkins.block;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.jvnet.hudson.test.InboundAgentRule;
import org.jvnet.hudson.test.JenkinsRule;

/** Pipelines that tests run. */
final class Pipelines {

    private Pipelines() {}

    static InboundAgentRule.Options agent(String name) {
        return InboundAgentRule.Options.newBuilder().name(name).label(name).build();
    }

    /** Steps on a node, in an empty workspace. */
    static String on(String node, String steps) {
        return "node('" + node + "') { deleteDir()\n" + steps + "\n}";
    }

    /** A step that writes a go.mod with this line. */
    static String goMod(String version) {
        return "writeFile(file: 'go.mod', text: '" + module(version) + "')\n";
    }

    /** In a Groovy string. */
    static String module(String version) {
        return "module m\\n\\ngo " + version + "\\n";
    }

    static WorkflowJob job(JenkinsRule jenkins, String script) throws Exception {
        WorkflowJob job = jenkins.createProject(WorkflowJob.class);
        job.setDefinition(new CpsFlowDefinition(script, true));
        return job;
    }

    static WorkflowRun started(JenkinsRule jenkins, String script) throws Exception {
        return job(jenkins, script).scheduleBuild2(0).waitForStart();
    }

    /** The log of a build that ends well. */
    static String log(JenkinsRule jenkins, String script) throws Exception {
        return log(jenkins, Result.SUCCESS, started(jenkins, script));
    }

    /** The log of a build that fails, which has no stack trace. */
    static String failure(JenkinsRule jenkins, String script) throws Exception {
        String log = log(jenkins, Result.FAILURE, started(jenkins, script));
        assertThat(log).doesNotContain("\tat ").doesNotContain("Exception:");
        return log;
    }

    static String log(JenkinsRule jenkins, Result result, WorkflowRun build) throws Exception {
        jenkins.waitForCompletion(build);
        String log = JenkinsRule.getLog(build);
        assertThat(build.getResult()).as(log).isEqualTo(result);
        return log;
    }
}
