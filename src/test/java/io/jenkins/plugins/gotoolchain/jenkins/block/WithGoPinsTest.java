package io.jenkins.plugins.gotoolchain.jenkins.block;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.ExtensionList;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.Slave;
import io.jenkins.plugins.gotoolchain.jenkins.configuration.GoToolchainConfiguration;
import io.jenkins.plugins.gotoolchain.jenkins.testing.Configured;
import io.jenkins.plugins.gotoolchain.jenkins.tool.GoInstallation;
import io.jenkins.plugins.gotoolchain.jenkins.trust.TrustAlarmMonitor;
import io.jenkins.plugins.gotoolchain.testing.ToolchainFixture;
import java.util.List;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.jvnet.hudson.test.InboundAgentRule;
import org.jvnet.hudson.test.JenkinsRule;

/** A file {@code go-toolchain.pins}, in the workspace and at the controller. */
public class WithGoPinsTest {

    private static final String OTHER = "h1:" + "A".repeat(43) + "=";

    @ClassRule
    public static final ToolchainFixture GO = new ToolchainFixture("1.24.1", "1.23.6");

    @ClassRule
    public static final JenkinsRule JENKINS = Configured.jenkins();

    @ClassRule
    public static final InboundAgentRule AGENTS = new InboundAgentRule();

    private static Slave agent;

    private GoToolchainConfiguration configuration;

    @BeforeClass
    public static void startAgent() throws Exception {
        agent = AGENTS.createAgent(JENKINS, InboundAgentRule.Options.newBuilder().name("agent").build());
    }

    @Before
    public void configure() throws Exception {
        configuration = Configured.with(GO);
        agent.getRootPath().child("tools").deleteRecursive();
    }

    private static String pins(String digest) {
        return "go-toolchain.pins 1\\n1.24.1 linux/amd64 " + digest + "\\n";
    }

    private static Run<?, ?> build(String steps, Result result) throws Exception {
        WorkflowJob job = JENKINS.createProject(WorkflowJob.class);
        job.setDefinition(new CpsFlowDefinition("node('agent') { " + steps + " }", true));
        return JENKINS.buildAndAssertStatus(result, job);
    }

    private static Run<?, ?> build(String file, String pins, String version, Result result) throws Exception {
        return build("writeFile file: '" + file + "', text: '" + pins + "'\n withGo('" + version + "') { sh 'go version' }", result);
    }

    private static void assertNoTrace(Run<?, ?> run) throws Exception {
        JENKINS.assertLogNotContains("\tat ", run);
        JENKINS.assertLogNotContains("go version go", run);
    }

    @Test
    public void whatIsPinnedIsTaken() throws Exception {
        build("go-toolchain.pins", pins(GO.moduleHash("1.24.1")), "1.24.1", Result.SUCCESS);
        build("go-toolchain.pins", pins(GO.moduleHash("1.24.1")), "1.24.1", Result.SUCCESS);
    }

    @Test
    public void nothingElseIsThoughTheDatabaseProvesIt() throws Exception {
        Run<?, ?> run = build("go-toolchain.pins", pins(OTHER), "1.24.1", Result.FAILURE);
        JENKINS.assertLogContains(OTHER + " says go-toolchain.pins:2", run);
        JENKINS.assertLogContains(GO.moduleHash("1.24.1"), run);
        assertNoTrace(run);
        assertThat(agent.getRootPath().child("tools/go-toolchain/go1.24.1.linux-amd64").exists()).isFalse();
    }

    @Test
    public void whatIsThereAlreadyIsHeldToItToo() throws Exception {
        build("withGo('1.24.1') { sh 'go version' }", Result.SUCCESS);
        assertNoTrace(build("go-toolchain.pins", pins(OTHER), "1.24.1", Result.FAILURE));
    }

    @Test
    public void whatIsNotOnTheListIsRefused() throws Exception {
        Run<?, ?> run = build("go-toolchain.pins", pins(GO.moduleHash("1.24.1")), "1.23.6", Result.FAILURE);
        JENKINS.assertLogContains("Go 1.23.6 for linux/amd64 is not pinned in go-toolchain.pins", run);
        JENKINS.assertLogContains("go-toolchain pins add 1.23.6", run);
        assertNoTrace(run);
    }

    @Test
    public void theFileOfTheFolderCountsAndElseTheNextOneAbove() throws Exception {
        String steps = "writeFile file: 'go-toolchain.pins', text: '" + pins(OTHER) + "'\n"
                + "writeFile file: 'sub/deep/x', text: ''\n"
                + "dir('sub/deep') { withGo('1.24.1') { sh 'go version' } }";
        JENKINS.assertLogContains("says go-toolchain.pins:2", build(steps, Result.FAILURE));
        build(steps.replace("'sub/deep/x', text: ''", "'sub/go-toolchain.pins', text: '" + pins(GO.moduleHash("1.24.1")) + "'"),
                Result.SUCCESS);
    }

    @Test
    public void aFileThatIsNoneStopsTheBuildAndNamesTheLine() throws Exception {
        Run<?, ?> run = build("go-toolchain.pins", "go-toolchain.pins 1\\nhello\\n", "1.24.1", Result.FAILURE);
        JENKINS.assertLogContains("go-toolchain.pins:2", run);
        assertNoTrace(run);
    }

    @Test
    public void anInstallationIsHeldToTheFileOfTheWorkspace() throws Exception {
        Configured.tool().setInstallations(new GoInstallation("1.24.1", null, List.of()));
        JENKINS.assertLogContains("says go-toolchain.pins:2", build("go-toolchain.pins", pins(OTHER), "1.24.1", Result.FAILURE));
    }

    @Test
    public void theControllersListCountsForAllBuilds() throws Exception {
        configuration.setPins(pins(GO.moduleHash("1.24.1")).replace("\\n", "\n"));
        build("withGo('1.24.1') { sh 'go version' }", Result.SUCCESS);
        JENKINS.assertLogContains("is not pinned in the controller's pins", build("withGo('1.23.6') { }", Result.FAILURE));
        JENKINS.assertLogContains("is not pinned in the controller's pins",
                build("tool name: '1.23.6', type: 'go'", Result.FAILURE));
    }

    @Test
    public void theControllersAndTheWorkspacesHaveToAgree() throws Exception {
        configuration.setPins(pins(GO.moduleHash("1.24.1")).replace("\\n", "\n"));
        build("go-toolchain.pins", pins("sha256:" + GO.sha256("1.24.1")), "1.24.1", Result.SUCCESS);
        Run<?, ?> run = build("go-toolchain.pins", pins(OTHER), "1.24.1", Result.FAILURE);
        JENKINS.assertLogContains(OTHER + " says go-toolchain.pins:2", run);
        JENKINS.assertLogContains(GO.moduleHash("1.24.1") + " says the controller's pins:2", run);
        assertThat(ExtensionList.lookupSingleton(TrustAlarmMonitor.class).isActivated()).isTrue();
        assertNoTrace(run);
    }
}
