package io.jenkins.plugins.gotoolchain.jenkins.block;

import static io.jenkins.plugins.gotoolchain.jenkins.block.Pipelines.on;
import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import io.jenkins.plugins.gotoolchain.jenkins.configuration.GoToolchainConfiguration;
import io.jenkins.plugins.gotoolchain.jenkins.testing.Configured;
import io.jenkins.plugins.gotoolchain.testing.Fault;
import io.jenkins.plugins.gotoolchain.testing.ToolchainFixture;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.After;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.RuleChain;
import org.junit.rules.TemporaryFolder;
import org.jvnet.hudson.test.InboundAgentRule;
import org.jvnet.hudson.test.JenkinsRule;

/** What the user reads in the console for each way in which the network can fail under a block of withGo. */
public class WithGoFaultsTest {

    private static final String BLOCK = on("one", "withGo('1.24.1') { sh 'echo the body ran' }");

    private static final ToolchainFixture GO = new ToolchainFixture("1.24.1");
    private static final JenkinsRule JENKINS = Configured.jenkins();
    private static final InboundAgentRule AGENTS = new InboundAgentRule();

    @ClassRule
    public static final RuleChain RULES = RuleChain.outerRule(GO).around(JENKINS).around(AGENTS);

    @Rule
    public final TemporaryFolder temporary = new TemporaryFolder();

    @BeforeClass
    public static void startAgent() throws Exception {
        AGENTS.createAgent(JENKINS, Pipelines.agent("one"));
    }

    @Before
    public void configure() throws Exception {
        Configured.with(GO).setStoreRoot(temporary.newFolder("store").getAbsolutePath());
    }

    @After
    public void heal() {
        GO.server().heal();
    }

    @Test
    public void anOverloadedSourceIsNamedWithItsStatus() throws Exception {
        GO.server().always(GO.zipPath("1.24.1"), Fault.status(503, "Service Unavailable"));
        assertThat(failure())
                .contains("ERROR: Go cannot be provided on one: Go 1.24.1 for linux/amd64 is not here, and no source gave it\n")
                .contains("503")
                .contains("  tried: goproxy:" + GO.proxy())
                .contains("  to do: see whether this node reaches the sources")
                .contains(", begun ")
                .contains("answered 503 Service Unavailable; again in ");
    }

    @Test
    public void anArchiveThatIsNotThereIsNamed() throws Exception {
        GO.server().always(GO.zipPath("1.24.1"), Fault.status(404, "Not Found"));
        assertThat(failure()).contains("404").contains("  tried: goproxy:" + GO.proxy());
    }

    @Test
    public void aConnectionThatIsResetIsSaidToBe() throws Exception {
        GO.server().always(GO.zipPath("1.24.1"), Fault.resetAfter(100));
        assertThat(failure()).contains("no source gave it").contains("  tried: goproxy:" + GO.proxy());
    }

    @Test
    public void anArchiveThatIsCutShortIsNotUnpacked() throws Exception {
        GO.server().always(GO.zipPath("1.24.1"), Fault.cutAfter(100));
        assertThat(failure()).contains("no source gave it").doesNotContain("unpacking");
    }

    @Test
    public void otherBytesThanTheProvenOnesAreRefused() throws Exception {
        Configured.withSite(GO).setStoreRoot(temporary.newFolder("other").getAbsolutePath());
        byte[] other = "other bytes".getBytes(StandardCharsets.US_ASCII);
        GO.server().always(GO.sitePath("1.24.1"), Fault.none().body(other, "application/gzip"));
        assertThat(failure()).contains("ERROR: Go cannot be provided on one: ").contains("go1.24.1.linux-amd64.tar.gz");
    }

    @Test
    public void aPageInPlaceOfTheArchiveIsRefused() throws Exception {
        byte[] page = "<html><body>please log in</body></html>".getBytes(StandardCharsets.US_ASCII);
        GO.server().always(GO.zipPath("1.24.1"), Fault.none().body(page, "text/html"));
        assertThat(failure()).contains("ERROR: Go cannot be provided on one: ").contains("answered with a web page instead of the file");
    }

    @Test
    public void anAbortInTheMiddleOfADownloadEndsItAtOnceAndTheNextBuildGoesOn() throws Exception {
        GoToolchainConfiguration.get().setProfile("large-file");
        CountDownLatch stalled = new CountDownLatch(1);
        GO.server().onStall(stalled::countDown);
        GO.server().always(GO.zipPath("1.24.1"), Fault.stallAfter(700));
        WorkflowRun build = Pipelines.started(JENKINS, BLOCK);
        stalled.await();
        build.getExecutor().interrupt();
        assertThat(Pipelines.log(JENKINS, Result.ABORTED, build))
                .contains("[go] Stopped before Go was ready, because the build was stopped.")
                .doesNotContain("the body ran")
                .doesNotContain("\tat ");
        GO.server().heal();
        int before = GO.server().requests().size();
        assertThat(Pipelines.log(JENKINS, BLOCK)).contains("the body ran");
        assertThat(GO.server().requests().stream().skip(before))
                .anySatisfy(request -> assertThat(request.header("range")).isNotNull());
    }

    private static String failure() throws Exception {
        String log = Pipelines.failure(JENKINS, BLOCK);
        assertThat(log).contains("[go] asking ").doesNotContain("the body ran");
        return log;
    }
}
