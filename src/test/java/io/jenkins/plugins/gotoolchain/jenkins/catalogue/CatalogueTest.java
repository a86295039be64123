package io.jenkins.plugins.gotoolchain.jenkins.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import hudson.model.Slave;
import io.jenkins.plugins.gotoolchain.jenkins.configuration.ControllerFolder;
import io.jenkins.plugins.gotoolchain.jenkins.configuration.GoToolchainConfiguration;
import io.jenkins.plugins.gotoolchain.jenkins.configuration.WithdrawnEntry;
import io.jenkins.plugins.gotoolchain.jenkins.node.CatalogueStamp;
import io.jenkins.plugins.gotoolchain.jenkins.record.GoToolchainsAction;
import io.jenkins.plugins.gotoolchain.jenkins.testing.Configured;
import io.jenkins.plugins.gotoolchain.testing.ToolchainFixture;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.jenkinsci.plugins.workflow.test.steps.SemaphoreStep;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.jvnet.hudson.test.InboundAgentRule;
import org.jvnet.hudson.test.JenkinsRule;

/** What nodes may use follows the controller, with a number that only grows. */
public class CatalogueTest {

    @ClassRule
    public static final ToolchainFixture GO = new ToolchainFixture("1.24.1", "1.24.2");

    @ClassRule
    public static final JenkinsRule JENKINS = Configured.jenkins();

    @ClassRule
    public static final InboundAgentRule AGENTS = new InboundAgentRule();

    @Rule
    public final TemporaryFolder temporary = new TemporaryFolder();

    private static Slave agent;
    private Path store;

    @BeforeClass
    public static void startAgent() throws Exception {
        agent = AGENTS.createAgent(JENKINS, InboundAgentRule.Options.newBuilder().name("agent").build());
    }

    @Before
    public void configure() throws Exception {
        store = temporary.newFolder("store").toPath();
        Configured.with(GO).setStoreRoot(store.toString());
    }

    private static void withdraw(String version, String reason) {
        WithdrawnEntry entry = new WithdrawnEntry(version);
        entry.setReason(reason);
        GoToolchainConfiguration.get().setWithdrawn(List.of(entry));
    }

    private static WorkflowRun started(String steps) throws Exception {
        WorkflowJob job = JENKINS.createProject(WorkflowJob.class);
        job.setDefinition(new CpsFlowDefinition("node('agent') {\n" + steps + "\n}", true));
        return job.scheduleBuild2(0).waitForStart();
    }

    private static String log(Result result, WorkflowRun run) throws Exception {
        JENKINS.assertBuildStatus(result, JENKINS.waitForCompletion(run));
        return JenkinsRule.getLog(run);
    }

    @Test
    public void theNumberGrowsWithWhateverDecidesAndWithNothingElse() throws Exception {
        GoToolchainConfiguration configuration = GoToolchainConfiguration.get();
        long first = Catalogue.get().now().number();
        assertThat(Catalogue.get().now().number()).isEqualTo(first);
        configuration.setProfile("internet");
        assertThat(Catalogue.get().now().number()).as("time-outs do not decide").isEqualTo(first);
        configuration.setRequire(List.of("sumdb"));
        long second = Catalogue.get().now().number();
        assertThat(second).isGreaterThan(first);
        configuration.setAllowedVersions(">=1.23");
        long third = Catalogue.get().now().number();
        assertThat(third).isGreaterThan(second);
        configuration.setPins("go-toolchain.pins 1\n1.24.1 linux/amd64 sha256:" + GO.sha256("1.24.1") + "\n");
        long fourth = Catalogue.get().now().number();
        assertThat(fourth).isGreaterThan(third);
        withdraw("1.24.1", null);
        long fifth = Catalogue.get().now().number();
        assertThat(fifth).isGreaterThan(fourth);
        configuration.setWithdrawn(null);
        assertThat(Catalogue.get().now().number()).as("back is forward too").isGreaterThan(fifth);
    }

    @Test
    public void withoutItsFileItGoesOnWithTheClock() throws Exception {
        Catalogue.get().now();
        long before = System.currentTimeMillis() / 1000;
        Path file = ControllerFolder.path().resolve("catalogue");
        assertThat(file).exists();
        Files.writeString(file, "number=\u0000 of=?");
        CatalogueStamp after = new Catalogue().now();
        assertThat(after.number()).isGreaterThanOrEqualTo(before);
        Files.delete(file);
        assertThat(new Catalogue().now().of()).as("nodes know whose it is").isEqualTo(after.of());
    }

    @Test
    public void aChangeRaisesItWhenItIsSavedAndNotWhenItIsAskedFor() throws Exception {
        long before = Catalogue.get().now().number();
        GoToolchainConfiguration.get().setAllowedVersions(">=1.21");
        GoToolchainConfiguration.get().setAllowedVersions(null);
        assertThat(Catalogue.get().now().number()).as("it was changed, and changed back").isGreaterThanOrEqualTo(before + 2);
    }

    @Test
    public void whatIsWithdrawnGoesWhenTheBuildThatUsesItHasEnded() throws Exception {
        WorkflowRun run = started("withGo('1.24.2') { semaphore 'using' }");
        SemaphoreStep.waitForStart("using/1", run);
        withdraw("1.24.2", null);
        Catalogue.get().applyTo(agent);
        assertThat(store.resolve("go1.24.2.linux-amd64")).exists();
        SemaphoreStep.success("using/1", null);
        log(Result.SUCCESS, run);
        while (Files.exists(store.resolve("go1.24.2.linux-amd64"))) {
            Thread.onSpinWait();
        }
    }

    @Test
    public void aNodeRefusesAnEarlierCatalogueThanItHasSeen() throws Exception {
        log(Result.SUCCESS, started("withGo('1.24.1') { sh 'true' }"));
        CatalogueStamp now = Catalogue.get().now();
        agent.getRootPath().act(new Later(store.toString(), now.of(), now.number() + 1000));
        assertThat(log(Result.FAILURE, started("withGo('1.24.1') { sh 'true' }")))
                .contains("was used under a later catalogue").doesNotContain("\tat ");
        Catalogue.get().applyTo(agent);
        log(Result.SUCCESS, started("withGo('1.24.1') { sh 'true' }"));
    }

    @Test
    public void aNodeThatHasSeenALaterOneRaisesThisOne() throws Exception {
        log(Result.SUCCESS, started("withGo('1.24.1') { sh 'true' }"));
        CatalogueStamp now = Catalogue.get().now();
        agent.getRootPath().act(new Later(store.toString(), now.of(), now.number() + 1000));
        Catalogue.get().applyTo(agent);
        assertThat(Catalogue.get().now().number()).isGreaterThan(now.number() + 1000);
    }

    @Test
    public void aWithdrawnVersionIsRefusedWithTheReasonAndGoesFromNodes() throws Exception {
        log(Result.SUCCESS, started("withGo('1.24.2') { sh 'true' }"));
        assertThat(store.resolve("go1.24.2.linux-amd64")).exists();
        withdraw("1.24.2", "CVE-2026-0001");
        assertThat(log(Result.FAILURE, started("withGo('1.24.2') { sh 'true' }")))
                .contains("Go 1.24.2 was withdrawn here").contains("CVE-2026-0001").doesNotContain("\tat ");
        assertThat(Catalogue.get().applyTo(agent)).containsExactly("Go 1.24.2 for linux/amd64");
        assertThat(store.resolve("go1.24.2.linux-amd64")).doesNotExist();
    }

    @Test
    public void theNewestPatchIsTheNewestThatIsNotWithdrawn() throws Exception {
        withdraw("1.24.2", null);
        WorkflowRun run = started("withGo('1.24.x') { sh 'go version' }");
        assertThat(log(Result.SUCCESS, run)).contains("go version go1.24.1");
        assertThat(run.getAction(GoToolchainsAction.class).getToolchains().get(0).getCatalogue())
                .as("the build's record has the number that it was held against")
                .isEqualTo(Catalogue.get().now().number());
    }

    @Test
    public void aBuildThatRunsGetsItNoMoreAtItsNextStepAndKeepsItUntilThen() throws Exception {
        WorkflowRun run = started("withGo('1.24.2') { semaphore 'inside'; sh 'go version' }\nwithGo('1.24.2') { sh 'true' }");
        SemaphoreStep.waitForStart("inside/1", run);
        withdraw("1.24.2", "it has a hole");
        Catalogue.get().applyTo(agent);
        assertThat(store.resolve("go1.24.2.linux-amd64")).as("in use").exists();
        SemaphoreStep.success("inside/1", null);
        assertThat(log(Result.FAILURE, run)).contains("go version go1.24.2").contains("Go 1.24.2 was withdrawn here");
    }

    @Test
    public void whatIsNoVersionWithdrawsNothing() throws Exception {
        withdraw("neither", null);
        log(Result.SUCCESS, started("withGo('1.24.1') { sh 'true' }"));
    }
}
