package io.jenkins.plugins.gotoolchain.jenkins.tool;

import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import hudson.ProxyConfiguration;
import hudson.model.FreeStyleProject;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.Slave;
import hudson.tools.CommandInstaller;
import io.jenkins.plugins.gotoolchain.jenkins.configuration.GoToolchainConfiguration;
import io.jenkins.plugins.gotoolchain.jenkins.configuration.SiteEntry;
import io.jenkins.plugins.gotoolchain.jenkins.testing.Configured;
import io.jenkins.plugins.gotoolchain.testing.Fault;
import io.jenkins.plugins.gotoolchain.testing.TestProxy;
import io.jenkins.plugins.gotoolchain.testing.ToolchainFixture;
import io.jenkins.plugins.gotoolchain.testing.ToolchainTree;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.jvnet.hudson.test.InboundAgentRule;
import org.jvnet.hudson.test.JenkinsRule;

/** Whatever is wrong with a toolchain ends the build at once, with the cause and without a stack trace. */
public class StrictTest {

    @ClassRule
    public static final ToolchainFixture GO = new ToolchainFixture("1.24.1", "1.23.6");

    @ClassRule
    public static final JenkinsRule JENKINS = Configured.jenkins();

    @ClassRule
    public static final InboundAgentRule AGENTS = new InboundAgentRule();

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private static Slave agent;

    private GoToolchainConfiguration configuration;

    @BeforeClass
    public static void startAgent() throws Exception {
        agent = AGENTS.createAgent(JENKINS, InboundAgentRule.Options.newBuilder().name("agent").build());
    }

    @Before
    public void configure() {
        GO.server().heal();
        configuration = Configured.withSite(GO);
        configuration.setStoreRoot(new File(folder.getRoot(), "store").getPath());
    }

    @Test
    public void freestyleGetsTheToolchain() throws Exception {
        Run<?, ?> run = freestyle("1.24.1", Result.SUCCESS);
        JENKINS.assertLogContains("go version go1.24.1 linux/amd64", run);
        JENKINS.assertLogContains("[go] Go 1.24.1 for linux/amd64 installed from " + GO.site(), run);
    }

    @Test
    public void anArchiveWithAFlippedBitFails() throws Exception {
        byte[] archive = new ToolchainTree("1.24.1").tarGz();
        archive[archive.length / 2] ^= 1;
        GO.server().always(GO.sitePath("1.24.1"), Fault.none().body(archive, "application/gzip"));
        assertFails("has the SHA-256");
    }

    @Test
    public void anotherArchiveInItsPlaceFails() throws Exception {
        GO.server().always(GO.sitePath("1.24.1"), Fault.none().body(new ToolchainTree("1.23.6").tarGz(), "application/gzip"));
        assertFails("1.24.1");
    }

    @Test
    public void anArchiveThatEndsTooEarlyFails() throws Exception {
        GO.server().always(GO.sitePath("1.24.1"), Fault.cutAfter(10));
        assertFails("no source gave it");
    }

    @Test
    public void aHalfArchiveThatSaysItIsWholeFails() throws Exception {
        byte[] archive = new ToolchainTree("1.24.1").tarGz();
        GO.server().always(GO.sitePath("1.24.1"),
                Fault.none().body(java.util.Arrays.copyOf(archive, archive.length / 2), "application/gzip"));
        assertFails("1.24.1");
    }

    @Test
    public void aSourceThatIsOverloadedFails() throws Exception {
        GO.server().always(GO.sitePath("1.24.1"), Fault.status(503, "Service Unavailable"));
        assertFails("503");
    }

    @Test
    public void anArchiveThatIsGoneFails() throws Exception {
        GO.server().always(GO.sitePath("1.24.1"), Fault.status(404, "Not Found"));
        assertFails("404");
    }

    @Test
    public void aPageInPlaceOfTheArchiveFails() throws Exception {
        GO.server().always(GO.sitePath("1.24.1"),
                Fault.none().body("<html>Please log in</html>".getBytes(StandardCharsets.US_ASCII), "text/html"));
        assertFails("1.24.1");
    }

    @Test
    public void aVersionThatTheSourceLacksFails() throws Exception {
        JENKINS.assertLogContains("1.22.12", assertRefused(freestyle("1.22.12", Result.FAILURE)));
        JENKINS.assertLogContains("Go 1.22.12", assertRefused(pipeline("node('agent') { tool name: '1.22.12', type: 'go' }", Result.FAILURE)));
    }

    @Test
    public void aNameThatNobodyKnowsFailsBeforeTheBuildBegins() throws Exception {
        Run<?, ?> declarative = pipeline("pipeline { agent { label 'agent' }; tools { go '9.99.9' }; stages { stage('a') { steps { echo 'ran' } } } }", Result.FAILURE);
        JENKINS.assertLogContains("9.99.9", declarative);
        JENKINS.assertLogNotContains("ran", declarative);
        JENKINS.assertLogContains("No go named 9.99.9 found", pipeline("node('agent') { tool name: '9.99.9', type: 'go' }", Result.FAILURE));
    }

    @Test
    public void aVersionThatIsNotAllowedFails() throws Exception {
        configuration.setAllowedVersions(">=1.24");
        Configured.tool().setInstallations(new GoInstallation("1.23.6", null, null));
        assertRefused(freestyle("1.23.6", Result.FAILURE));
        JENKINS.assertLogContains("allowed is >=1.24", assertRefused(pipeline("node('agent') { tool name: '1.23.6', type: 'go' }", Result.FAILURE)));
    }

    @Test
    public void anInstallationWithoutAnInstallerForTheNodeFails() throws Exception {
        GoReleaseInstaller elsewhere = new GoReleaseInstaller("windows", "1.24.1");
        Configured.tool().setInstallations(Configured.installation("only-windows", elsewhere));
        JENKINS.assertLogContains("There is no Go \"only-windows\" for agent", assertRefused(freestyle("only-windows", Result.FAILURE)));
    }

    @Test
    public void whatIsNoVersionReachesNoFileName() throws Exception {
        GoInstallation sly = new GoInstallation("sly", null, null);
        sly.setVersion("../../1.24.1");
        Configured.tool().setInstallations(sly);
        JENKINS.assertLogContains("does not name a version of Go", assertRefused(freestyle("sly", Result.FAILURE)));
        sly.setVersion("1.24.1/../go.mod");
        JENKINS.assertLogContains("to do:", assertRefused(freestyle("sly", Result.FAILURE)));
        assertFalse(new File(folder.getRoot(), "store").exists());
    }

    @Test
    public void aFileOfAWorkspaceIsForWithGo() throws Exception {
        GoInstallation sly = new GoInstallation("by file", null, null);
        sly.setVersion("go.mod");
        Configured.tool().setInstallations(sly);
        JENKINS.assertLogContains("withGo(version: 'go.mod')", assertRefused(freestyle("by file", Result.FAILURE)));
    }

    @Test
    public void theSourceIsAskedThroughTheProxyOfJenkins() throws Exception {
        try (TestProxy proxy = new TestProxy(GO.server().port(), "ann:geheim")) {
            JENKINS.jenkins.setProxy(new ProxyConfiguration("127.0.0.1", proxy.port(), "ann", "geheim", "localhost"));
            configuration.setSources(List.of(new SiteEntry("http://mirror.example.com/dl/")));
            GoReleaseInstaller installer = new GoReleaseInstaller("1.24.1");
            installer.setDigests(List.of(new PinnedDigest("linux/amd64", GO.sha256("1.24.1"))));
            Configured.tool().setInstallations(Configured.installation("through proxy", installer));
            Run<?, ?> run = freestyle("through proxy", Result.SUCCESS);
            JENKINS.assertLogContains("installed from http://mirror.example.com/dl/", run);
            JENKINS.assertLogNotContains("geheim", run);
            assertTrue(proxy.requests().size() > 0);
        } finally {
            JENKINS.jenkins.setProxy(null);
        }
    }

    @Test
    public void anInstallerThatEndsWithoutAToolchainFails() throws Exception {
        CommandInstaller command = new CommandInstaller(null, "true", folder.getRoot().getPath());
        Configured.tool().setInstallations(Configured.installation("by-command", command));
        JENKINS.assertLogContains("is no toolchain", assertRefused(freestyle("by-command", Result.FAILURE)));
    }

    @Test
    public void declarativeFailsAtOnceWithTheSameMessage() throws Exception {
        GO.server().always(GO.sitePath("1.24.1"), Fault.status(503, "Service Unavailable"));
        Run<?, ?> run = pipeline("pipeline { agent { label 'agent' }; tools { go '1.24.1' }; stages { stage('a') { steps { echo 'ran' } } } }", Result.FAILURE);
        JENKINS.assertLogContains("503", assertRefused(run));
        JENKINS.assertLogNotContains("ran", run);
    }

    @Test
    public void aSourceThatIsAwayFailsWhereNothingVerifiedIsThereAndElseDoesNot() throws Exception {
        freestyle("1.24.1", Result.SUCCESS);
        GO.server().always("/dl/", Fault.status(503, "Service Unavailable"));
        GO.server().always(GO.sitePath("1.24.1"), Fault.status(503, "Service Unavailable"));
        GO.server().always(GO.sitePath("1.23.6"), Fault.status(503, "Service Unavailable"));
        JENKINS.assertLogContains("Go 1.24.1 for linux/amd64 is here", freestyle("1.24.1", Result.SUCCESS));
        assertRefused(freestyle("1.23.6", Result.FAILURE));
    }

    @Test
    public void whatWasChangedInTheStoreIsPutAsideAndInstalledAnew() throws Exception {
        freestyle("1.24.1", Result.SUCCESS);
        File go = new File(folder.getRoot(), "store/go1.24.1.linux-amd64/bin/go");
        Files.write(go.toPath(), "#!/bin/sh\necho evil\n".getBytes(StandardCharsets.US_ASCII));
        Run<?, ?> run = freestyle("1.24.1", Result.SUCCESS);
        JENKINS.assertLogContains("is damaged", run);
        JENKINS.assertLogNotContains("evil", run);
    }

    private void assertFails(String cause) throws Exception {
        JENKINS.assertLogContains(cause, assertRefused(freestyle("1.24.1", Result.FAILURE)));
        assertFalse(new File(folder.getRoot(), "store/go1.24.1.linux-amd64").exists());
    }

    private static Run<?, ?> assertRefused(Run<?, ?> run) throws Exception {
        JENKINS.assertLogNotContains("\tat ", run);
        JENKINS.assertLogNotContains("Exception", run);
        JENKINS.assertLogNotContains("go version", run);
        return run;
    }

    private static Run<?, ?> freestyle(String tool, Result result) throws Exception {
        FreeStyleProject job = JENKINS.createFreeStyleProject();
        job.setAssignedNode(agent);
        job.getBuildersList().add(new UseGo(tool));
        return JENKINS.buildAndAssertStatus(result, job);
    }

    private static Run<?, ?> pipeline(String script, Result result) throws Exception {
        WorkflowJob job = JENKINS.createProject(WorkflowJob.class);
        job.setDefinition(new CpsFlowDefinition(script, true));
        return JENKINS.buildAndAssertStatus(result, job);
    }
}
