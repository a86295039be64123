package io.jenkins.plugins.gotoolchain.jenkins.strict;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl;
import hudson.model.Result;
import io.jenkins.plugins.gotoolchain.jenkins.testing.Configured;
import io.jenkins.plugins.gotoolchain.testing.ToolchainFixture;
import org.jenkinsci.plugins.workflow.actions.WarningAction;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.graphanalysis.DepthFirstScanner;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.jenkinsci.plugins.workflow.steps.durable_task.DurableTaskStep;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.RuleChain;
import org.junit.rules.Timeout;
import org.jvnet.hudson.test.InboundAgentRule;
import org.jvnet.hudson.test.JenkinsRule;

/** goStrict in a Pipeline. Where a script would go on for minutes, it is the finding that ends it. */
public class GoStrictTest {

    private static final String FETCH = "go: downloading go1.23.4 (linux/amd64)";
    private static final String FETCHES = "sh '''#!/bin/sh\nprintf \"" + FETCH + "\\\\n\"\nsleep 900'''";

    private static final ToolchainFixture GO = new ToolchainFixture("1.24.1", "1.23.6");
    private static final JenkinsRule JENKINS = new JenkinsRule();
    private static final InboundAgentRule AGENTS = new InboundAgentRule();

    static {
        JENKINS.timeout = 0; // each test has its own
    }

    @ClassRule
    public static final RuleChain RULES = RuleChain.outerRule(GO).around(JENKINS).around(AGENTS);

    @Rule
    public Timeout each = Timeout.seconds(150);

    @BeforeClass
    public static void startAgents() throws Exception {
        for (String name : new String[] {"one", "two"}) {
            AGENTS.createAgent(JENKINS, InboundAgentRule.Options.newBuilder().name(name).label(name).build());
        }
    }

    @Before
    public void configure() {
        Configured.with(GO);
    }

    @Test
    public void theBlockHasAVerifiedGo() throws Exception {
        assertThat(log(block("goStrict('1.24.1') { sh 'go version; echo $GOROOT $GOTOOLCHAIN $GOSUMDB' }"), Result.SUCCESS))
                .contains("go version go1.24.1 linux/amd64")
                .contains("/tools/go-toolchain/go1.24.1.linux-amd64 local ");
    }

    @Test
    public void withoutAVersionTheGoModOfTheWorkspaceSaysIt() throws Exception {
        assertThat(log(block("writeFile(file: 'go.mod', text: 'module m\\n\\ngo 1.23.6\\n')\ngoStrict('') { sh 'go version' }"), Result.SUCCESS))
                .contains("go version go1.23.6 linux/amd64");
    }

    @Test
    public void declarativeHasItToo() throws Exception {
        String script = "pipeline { agent { label 'one' }\n stages { stage('one') { steps { goStrict('1.24.1') {\n%s\n} } } }\n"
                + "post { always { echo 'post is run' } } }";
        assertThat(log(script.formatted("sh 'go version'"), Result.SUCCESS)).contains("go version go1.24.1 linux/amd64");
        assertThat(log(script.formatted(FETCHES), Result.FAILURE)).contains("another toolchain, Go 1.23.4").contains("post is run");
    }

    @Test
    public void anUnknownVersionFailsBeforeTheBlockBegins() throws Exception {
        assertThat(log(block("goStrict('1.99.9') { echo 'inside' }"), Result.FAILURE))
                .contains("ERROR: ").contains("1.99.9").doesNotContain("inside").doesNotContain("\tat ");
    }

    @Test
    public void goFetchingAnotherToolchainEndsTheBlockAtOnce() throws Exception {
        WorkflowRun build = build(block("goStrict('1.24.1') { sh 'echo before'; " + FETCHES + "\n echo 'after' }"), Result.FAILURE);
        String log = JenkinsRule.getLog(build);
        assertThat(log).doesNotContain("after").doesNotContain("\tat ")
                .contains("Stopped by goStrict: The go command went for another toolchain, Go 1.23.4");
        int line = log.substring(0, log.indexOf(FETCH)).split("\n", -1).length;
        assertThat(log).endsWith("\nThe go command went for another toolchain, Go 1.23.4, behind the back of this build.\n"
                + "  line " + line + ": " + FETCH + "\n"
                + "  to do: take out what lets it: GOTOOLCHAIN in the script, or what \"go env -w\" has set on that machine;"
                + " if Go 1.23.4 is the one meant, ask for it by its version\n"
                + "Finished: FAILURE\n");
    }

    @Test
    public void aScriptThatFetchesAGoOfItsOwnEndsAtOnce() throws Exception {
        assertThat(log(block("goStrict('1.24.1') { sh 'PATH=/nowhere curl -LO https://go.dev/dl/go1.23.4.linux-amd64.tar.gz || sleep 900' }"),
                        Result.FAILURE))
                .contains("A script fetched a Go of its own, Go 1.23.4, that nothing verifies.\n  line ")
                .contains(": + PATH=/nowhere curl -LO https://go.dev/dl/go1.23.4.linux-amd64.tar.gz\n  to do: take that line out");
    }

    @Test
    public void aMissingGoEndsTheBlockAtOnce() throws Exception {
        assertThat(log(block("goStrict('1.24.1') { sh 'PATH=/nowhere go version || sleep 900' }"), Result.FAILURE))
                .contains("go was called, and there was none on the PATH.\n  line ").contains(": go: not found\n");
    }

    @Test
    public void whatWindowsPrintsIsUnderstood() throws Exception {
        String text = "\\r\\nC:\\\\ws>go build \\r\\n\\'go\\' is not recognized as an internal or external command,\\r\\n";
        assertThat(log(block("goStrict('1.24.1') { writeFile(file: 'out', text: '" + text + "'); sh 'cat out; sleep 900' }"), Result.FAILURE))
                .contains("go was called, and there was none on the PATH")
                .contains(": 'go' is not recognized as an internal or external command,");
    }

    @Test
    public void unstableGoesOn() throws Exception {
        WorkflowRun build = build(block("goStrict(version: '1.24.1', onViolation: 'UNSTABLE') {\n"
                + "sh '''#!/bin/sh\necho \"" + FETCH + "\"\n'''\n sh 'echo after: $(go version)' }\n echo 'end of it'"), Result.UNSTABLE);
        assertThat(JenkinsRule.getLog(build))
                .contains("after: go version go1.24.1")
                .containsSubsequence("another toolchain, Go 1.23.4, behind the back of this build\n", "end of it",
                        "another toolchain, Go 1.23.4, behind the back of this build.\n  line ", ": " + FETCH + "\n  to do: ");
    }

    @Test
    public void unstableShowsInTheGraph() throws Exception {
        WorkflowRun build = build(block("goStrict(version: '1.24.1', onViolation: 'UNSTABLE') { sh '''#!/bin/sh\necho \"" + FETCH
                + "\"\nwhile [ ! -e done ]; do sleep 0.1; done''' }"), null);
        while (build.getAction(StrictFindings.class) == null || build.getResult() == null) {
            Thread.sleep(50);
        }
        JENKINS.jenkins.getNode("one").getWorkspaceFor(build.getParent()).child("done").write("", null);
        JENKINS.assertBuildStatus(Result.UNSTABLE, JENKINS.waitForCompletion(build));
        assertThat(new DepthFirstScanner().allNodes(build.getExecution()).stream().filter(node -> node.getAction(WarningAction.class) != null))
                .hasSizeLessThanOrEqualTo(1);
    }

    @Test
    public void aHealthyBuildHasNoFinding() throws Exception {
        WorkflowRun build = build(block("goStrict('1.24.1') { sh 'go version; echo " + FETCH.replace("(", "\"(").replace(")", ")\"") + "'\n"
                + "echo 'go: command not found'; sh 'go version >/dev/null # curl https://go.dev/dl/go1.23.4.linux-amd64.tar.gz' }"), null);
        JENKINS.waitForCompletion(build);
        assertThat(build.getAction(StrictFindings.class)).isNull();
    }

    @Test
    public void whatIsOutsideTheBlockIsNotWatched() throws Exception {
        String say = "sh '''#!/bin/sh\necho \"" + FETCH + "\"\n'''\n";
        log(block(say + "goStrict('1.24.1') { sh 'go version' }\n" + say), Result.SUCCESS);
    }

    @Test
    public void otherBranchesGoOn() throws Exception {
        assertThat(log("parallel(a: { node('one') { goStrict('1.24.1') { " + FETCHES + " } } },\n"
                        + "b: { node('two') { sh 'while [ ! -e $HOME/never ]; do sleep 1; i=x$i; [ $i != xxx ] || break; done; echo other is done' } })",
                Result.FAILURE)).contains("other is done");
    }

    @Test
    public void branchesInsideTheBlockAreAllStopped() throws Exception {
        assertThat(log(block("goStrict('1.24.1') { parallel(a: { " + FETCHES + " }, b: { sh 'sleep 900' }) }"), Result.FAILURE))
                .contains("another toolchain, Go 1.23.4");
    }

    @Test
    public void whatCleansUpInsideIsRun() throws Exception {
        assertThat(log(block("goStrict('1.24.1') { try { " + FETCHES + " } finally { sh 'echo cleaned up' } }"), Result.FAILURE))
                .contains("cleaned up");
    }

    @Test
    public void catchingTheFailureDoesNotMakeItGood() throws Exception {
        String log = log(block("goStrict('1.24.1') { try { " + FETCHES + " } catch (e) { echo 'caught: ' + e.message } }"), Result.FAILURE);
        assertThat(log).contains("caught: Stopped by goStrict").contains("  to do: ");
        assertThat(log(block("try { goStrict('1.24.1') { " + FETCHES + " } } catch (e) { echo 'caught outside' }"), Result.FAILURE))
                .contains("caught outside");
    }

    @Test
    public void retryDoesNotTryAgain() throws Exception {
        assertThat(log(block("goStrict('1.24.1') { retry(3) { echo 'attempt'; " + FETCHES + " } }"), Result.FAILURE))
                .containsOnlyOnce("attempt\n");
    }

    @Test
    public void aFindingInTheLastMomentStillEndsTheBlock() throws Exception {
        assertThat(log(block("goStrict('1.24.1') { sh '''#!/bin/sh\necho \"" + FETCH + "\"\n''' }\n echo 'not run'"), Result.FAILURE))
                .contains("  to do: ").doesNotContain("not run");
    }

    @Test
    public void theInnermostOfNestedBlocksFindsItFirstAndAllSeeIt() throws Exception {
        assertThat(log(block("goStrict(version: '1.24.1', onViolation: 'UNSTABLE') { goStrict('1.23.6') { " + FETCHES + " } }"), Result.FAILURE))
                .contains("Stopped by goStrict");
    }

    @Test
    public void aLogThatIsWatchedOnTheAgentReportsToTheController() throws Exception {
        DurableTaskStep.USE_WATCHING = true;
        try {
            assertThat(log(block("goStrict('1.24.1') { " + FETCHES + " }"), Result.FAILURE))
                    .contains("  line ").contains(": " + FETCH + "\n  to do: ");
        } finally {
            DurableTaskStep.USE_WATCHING = false;
        }
    }

    @Test
    public void aSecretInTheLineStaysMasked() throws Exception {
        SystemCredentialsProvider.getInstance().getCredentials()
                .add(new UsernamePasswordCredentialsImpl(CredentialsScope.GLOBAL, "login", null, "builder", "s3cr3t-w0rd"));
        String fetch = "sh 'PATH=/nowhere curl -u builder:s3cr3t-w0rd -LO https://go.dev/dl/go1.23.4.linux-amd64.tar.gz || sleep 900'";
        for (boolean inside : new boolean[] {true, false}) {
            String login = "withGo(version: '1.24.1', credentialsId: 'login', goproxy: 'https://proxy.example.com')";
            WorkflowRun build = build(block(inside
                    ? "goStrict('1.24.1') { " + login + " { " + fetch + " } }"
                    : login + " { goStrict('1.24.1') { " + fetch + " } }"), Result.FAILURE);
            String log = JenkinsRule.getLog(build);
            assertThat(log).doesNotContain("s3cr3t-w0rd").contains("****").contains("Go of its own, Go 1.23.4");
            StrictFindings kept = build.getAction(StrictFindings.class);
            assertThat(kept.get(kept.failed().get(0)).text()).doesNotContain("s3cr3t-w0rd").contains("go1.23.4.linux-amd64.tar.gz");
        }
    }

    @Test
    public void anAbortedBuildIsAborted() throws Exception {
        WorkflowRun build = build(block("goStrict('1.24.1') { sh 'echo waiting; sleep 900' }"), null);
        JENKINS.waitForMessage("waiting", build);
        build.getExecutor().interrupt(Result.ABORTED);
        assertThat(JenkinsRule.getLog(JENKINS.assertBuildStatus(Result.ABORTED, JENKINS.waitForCompletion(build))))
                .doesNotContain("goStrict:").doesNotContain("to do:");
    }

    private static String block(String steps) {
        return "node('one') { deleteDir()\n" + steps + "\n}";
    }

    private static String log(String script, Result result) throws Exception {
        return JenkinsRule.getLog(build(script, result));
    }

    /** @param result null where the build is not waited for */
    private static WorkflowRun build(String script, Result result) throws Exception {
        WorkflowJob job = JENKINS.createProject(WorkflowJob.class);
        job.setDefinition(new CpsFlowDefinition(script, true));
        WorkflowRun build = job.scheduleBuild2(0).waitForStart();
        if (result != null) {
            JENKINS.waitForCompletion(build);
            assertThat(build.getResult()).as(JenkinsRule.getLog(build)).isEqualTo(result);
        }
        return build;
    }
}
