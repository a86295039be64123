package io.jenkins.plugins.gotoolchain.jenkins.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.Assume.assumeTrue;

import hudson.FilePath;
import hudson.model.Result;
import hudson.model.Slave;
import hudson.tasks.junit.TestResultAction;
import io.jenkins.plugins.gotoolchain.jenkins.testing.Configured;
import io.jenkins.plugins.gotoolchain.testing.ToolchainFixture;
import io.jenkins.plugins.gotoolchain.testing.ToolchainTree;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.RuleChain;
import org.jvnet.hudson.test.InboundAgentRule;
import org.jvnet.hudson.test.JenkinsRule;

/**
 * The Jenkinsfile of {@code examples/service}, to the letter, with the plugins that it needs. Its scripts are run as they are by
 * another test; here most are ones that say at once what theirs come to, so that each way through the Jenkinsfile is gone.
 */
public class JenkinsfileTest {

    private static final Path REAL = Path.of("/usr/local/go");

    private static final String DELEGATE = "if [ \"$1\" = version ]; then echo go version go1.24.1 linux/amd64; exit; fi\n"
            + "unset GOSUMDB\n" // the fixture's knows its toolchains alone
            + "GOROOT=" + REAL + " exec " + REAL + "/bin/go \"$@\"\n";

    private static final ToolchainFixture GO = new ToolchainFixture("1.23.5").with(new ToolchainTree("1.24.1")
            .script(DELEGATE).gofmt("exec " + REAL + "/bin/gofmt \"$@\""));
    private static final JenkinsRule JENKINS = Configured.jenkins();
    private static final InboundAgentRule AGENTS = new InboundAgentRule();

    @ClassRule
    public static final RuleChain RULES = RuleChain.outerRule(GO).around(JENKINS).around(AGENTS);

    private static Slave agent;

    private WorkflowJob job;
    private FilePath workspace;

    @BeforeClass
    public static void startAgent() throws Exception {
        agent = AGENTS.createAgent(JENKINS, InboundAgentRule.Options.newBuilder().name("one").label("linux").build());
    }

    /** The workspace is what a checkout leaves there. */
    @Before
    public void checkout() throws Exception {
        Configured.with(GO);
        Path service = Path.of("examples/service").toAbsolutePath();
        job = JENKINS.createProject(WorkflowJob.class);
        job.setDefinition(new CpsFlowDefinition(Files.readString(service.resolve("Jenkinsfile")), true));
        workspace = agent.getWorkspaceFor(job);
        new FilePath(service.toFile()).copyRecursiveTo(workspace);
        script("vet.sh", "go version");
        script("test.sh", report(0) + "echo 'mode: atomic' >coverage.out");
        script("coverage.sh", "echo \"gate at $1\"");
        script("vulnerabilities.sh", "echo none");
        script("bench.sh", "[ -s \"$1\" ] && echo \"before: $(cat \"$1\")\"; echo measured $BUILD_NUMBER >bench.txt");
    }

    private void script(String name, String text) throws Exception {
        workspace.child("ci").child(name).write("set -eu\n" + text + "\n", "UTF-8");
    }

    private static String report(int failures) {
        return "cat >report.xml <<'X'\n<testsuites><testsuite name=\"service\" tests=\"2\"><testcase classname=\"service\" name=\"TestGreets\"/>"
                + "<testcase classname=\"service\" name=\"TestRefuses\">" + (failures > 0 ? "<failure message=\"no\"/>" : "")
                + "</testcase></testsuite></testsuites>\nX\n";
    }

    private WorkflowRun build(Result result) throws Exception {
        return JENKINS.buildAndAssertStatus(result, job);
    }

    @Test
    public void aGoodCommitGoesThroughAllStagesAndIsMeasuredAgainstTheLastGoodBuild() throws Exception {
        WorkflowRun first = build(Result.SUCCESS);
        assertThat(JenkinsRule.getLog(first)).contains("go version go1.24.1").contains("gate at 85")
                .contains("What decides the result: Go 1.24.1").contains("Stage \"Image\" skipped").doesNotContain("before:");
        assertThat(first.getAction(TestResultAction.class).getTotalCount()).isEqualTo(2);
        assertThat(first.getArtifacts()).extracting(artifact -> artifact.relativePath).containsExactly("bench.txt");
        assertThat(JenkinsRule.getLog(build(Result.SUCCESS))).contains("before: measured 1");
    }

    @Test
    public void aTestThatFailsEndsTheBuildAndIsInTheReport() throws Exception {
        script("test.sh", report(1) + "exit 1");
        WorkflowRun run = build(Result.FAILURE);
        assertThat(run.getAction(TestResultAction.class).getFailCount()).isEqualTo(1);
        assertThat(JenkinsRule.getLog(run)).contains("Stage \"Benchmarks\" skipped due to earlier failure").doesNotContain("gate at");
    }

    @Test
    public void tooLittleCoverageEndsTheBuild() throws Exception {
        script("coverage.sh", "exit 1");
        assertThat(JenkinsRule.getLog(build(Result.FAILURE))).contains("Stage \"Vulnerabilities\" skipped due to earlier failure");
    }

    @Test
    public void aWorseBenchmarkIsAWarningAndABrokenOneAnEnd() throws Exception {
        script("bench.sh", "echo worse >bench.txt; exit 3");
        assertThat(JenkinsRule.getLog(build(Result.UNSTABLE))).contains("a benchmark is worse than in the last good build");
        script("bench.sh", "exit 2");
        assertThat(JenkinsRule.getLog(build(Result.FAILURE))).contains("bench.sh ended with 2");
    }

    @Test
    public void anotherGoBehindTheBuildsBackEndsIt() throws Exception {
        script("vet.sh", "echo go: downloading go1.25.0 '(linux/amd64)'; sleep 600");
        assertThat(JenkinsRule.getLog(build(Result.FAILURE))).contains("go1.25.0").doesNotContain("gate at");
    }

    /** The whole of it with the scripts as they are: the standard library for the race detector, and the tools, compiled. */
    @Test
    public void theScriptsOfTheExampleGoThroughIt() throws Exception {
        assumeTrue("not run: takes minutes, GO_TOOLCHAIN_SLOW_TESTS=true has it run", "true".equals(System.getenv("GO_TOOLCHAIN_SLOW_TESTS")));
        assumeTrue("not run: there is no go command", Files.isExecutable(REAL.resolve("bin/go")));
        new FilePath(Path.of("examples/service/ci").toAbsolutePath().toFile()).copyRecursiveTo(workspace.child("ci"));
        // its database is another host than those of modules: this build does not say what it would
        script("vulnerabilities.sh", "go version");
        WorkflowRun run = build(Result.SUCCESS);
        assertThat(run.getAction(TestResultAction.class).getTotalCount()).isEqualTo(4);
        assertThat(JenkinsRule.getLog(run)).contains("at least 85 % are wanted").contains("nothing to compare with");
        assertThat(JenkinsRule.getLog(build(Result.SUCCESS))).contains("vs base");
    }
}
