package io.jenkins.plugins.gotoolchain.jenkins.block;

import static io.jenkins.plugins.gotoolchain.jenkins.block.Pipelines.on;
import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl;
import hudson.model.Result;
import io.jenkins.plugins.gotoolchain.jenkins.configuration.GoToolchainConfiguration;
import io.jenkins.plugins.gotoolchain.jenkins.testing.Configured;
import io.jenkins.plugins.gotoolchain.store.Listed;
import io.jenkins.plugins.gotoolchain.store.ToolchainStore;
import io.jenkins.plugins.gotoolchain.testing.Fault;
import io.jenkins.plugins.gotoolchain.testing.ToolchainFixture;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.jenkinsci.plugins.workflow.test.steps.SemaphoreStep;
import org.junit.ClassRule;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.jvnet.hudson.test.InboundAgentRule;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.JenkinsSessionRule;

/** The controller restarts while a block runs, or while its Go is being downloaded; or the node goes away meanwhile. */
public class WithGoRestartTest {

    @ClassRule
    public static final ToolchainFixture GO = new ToolchainFixture("1.24.1");

    @Rule
    public final JenkinsSessionRule sessions = new JenkinsSessionRule();

    @Rule
    public final InboundAgentRule agents = new InboundAgentRule();

    @Rule
    public final TemporaryFolder temporary = new TemporaryFolder();

    @Test
    public void theBlockGoesOnAfterARestartWithItsEnvironmentItsLoginItsMaskAndItsLease() throws Throwable {
        File store = temporary.newFolder("store").getCanonicalFile();
        sessions.then(jenkins -> {
            configure(jenkins, store);
            SystemCredentialsProvider.getInstance().getCredentials()
                    .add(new UsernamePasswordCredentialsImpl(CredentialsScope.GLOBAL, "proxy", "", "robot", "s3cr3t-word"));
            SystemCredentialsProvider.getInstance().save();
            WorkflowRun build = start(jenkins, "withGo(version: '1.24.1', credentialsId: 'proxy', goprivate: 'git.example.com') {\n"
                    + "semaphore 'restart'\n sh 'go version; cat \"$NETRC\"'\n semaphore 'end' }\n"
                    + "sh 'echo after: $(ls \"$WORKSPACE@tmp\" | grep go-login)'");
            SemaphoreStep.waitForStart("restart/1", build);
            assertThat(inUse(store)).isTrue();
            String state = new String(Files.readAllBytes(new File(build.getRootDir(), "program.dat").toPath()), StandardCharsets.ISO_8859_1);
            assertThat(state).contains("WithGoExecution").doesNotContain("s3cr3t-word");
        });
        sessions.then(jenkins -> {
            agents.start(jenkins, "one");
            WorkflowRun build = lastBuild(jenkins);
            SemaphoreStep.success("restart/1", null);
            SemaphoreStep.waitForStart("end/1", build);
            assertThat(inUse(store)).isTrue();
            SemaphoreStep.success("end/1", null);
            assertThat(Pipelines.log(jenkins, Result.SUCCESS, build))
                    .contains("go version go1.24.1 linux/amd64")
                    .contains("machine git.example.com login robot password ****")
                    .doesNotContain("s3cr3t-word")
                    .contains("after:\n");
            assertThat(inUse(store)).isFalse();
        });
    }

    @Test
    public void aDownloadThatARestartCutShortIsTakenUpAgain() throws Throwable {
        File store = temporary.newFolder("store").getCanonicalFile();
        sessions.then(jenkins -> {
            configure(jenkins, store);
            GoToolchainConfiguration.get().setProfile("large-file");
            CountDownLatch stalled = new CountDownLatch(1);
            GO.server().onStall(stalled::countDown);
            GO.server().always(GO.zipPath("1.24.1"), Fault.stallAfter(700));
            start(jenkins, "withGo('1.24.1') { sh 'go version' }");
            stalled.await();
        });
        GO.server().heal();
        sessions.then(jenkins -> {
            agents.start(jenkins, "one");
            assertThat(Pipelines.log(jenkins, Result.SUCCESS, lastBuild(jenkins))).contains("go version go1.24.1 linux/amd64").doesNotContain("\tat ");
        });
    }

    @Test
    public void aNodeThatGoesAwayDuringTheDownloadIsWaitedFor() throws Throwable {
        File store = temporary.newFolder("store").getCanonicalFile();
        sessions.then(jenkins -> {
            configure(jenkins, store);
            GoToolchainConfiguration.get().setProfile("large-file");
            CountDownLatch stalled = new CountDownLatch(1);
            GO.server().onStall(stalled::countDown);
            GO.server().always(GO.zipPath("1.24.1"), Fault.stallAfter(700));
            WorkflowRun build = start(jenkins, "withGo('1.24.1') { sh 'go version' }");
            stalled.await();
            agents.stop(jenkins, "one");
            jenkins.waitForMessage("[go] The connection to one was lost before Go was ready. It goes on when the node is back.", build);
            GO.server().heal();
            agents.start(jenkins, "one");
            assertThat(Pipelines.log(jenkins, Result.SUCCESS, build)).contains("go version go1.24.1 linux/amd64").doesNotContain("\tat ");
        });
    }

    @Test
    public void aLoginOnANodeThatIsAwayAsTheBlockEndsIsDeletedWhenItIsBack() throws Throwable {
        File store = temporary.newFolder("store").getCanonicalFile();
        sessions.then(jenkins -> {
            configure(jenkins, store);
            SystemCredentialsProvider.getInstance().getCredentials()
                    .add(new UsernamePasswordCredentialsImpl(CredentialsScope.GLOBAL, "proxy", "", "robot", "s3cr3t-word"));
            WorkflowRun build = start(jenkins, "withGo(version: '1.24.1', credentialsId: 'proxy', goprivate: 'git.example.com') {"
                    + " semaphore 'away' }");
            SemaphoreStep.waitForStart("away/1", build);
            File logins = new File(jenkins.jenkins.getNode("one").getWorkspaceFor(build.getParent()).getRemote() + "@tmp");
            assertThat(logins.list()).isNotEmpty();
            agents.stop(jenkins, "one");
            InboundAgentRule.waitForAgentOffline(jenkins, "one");
            SemaphoreStep.success("away/1", null);
            assertThat(Pipelines.log(jenkins, Result.SUCCESS, build))
                    .contains("[go] The node one is away: the files with the login in ")
                    .contains("are deleted when it is back");
            assertThat(logins.list()).isNotEmpty();
            agents.start(jenkins, "one");
            while (logins.list().length > 0) {
                Thread.sleep(50); // the node's own listener deletes it; without it this test never ends
            }
        });
    }

    private void configure(JenkinsRule jenkins, File store) throws Exception {
        Configured.with(GO).setStoreRoot(store.getPath());
        agents.createAgent(jenkins, Pipelines.agent("one"));
    }

    private static WorkflowRun start(JenkinsRule jenkins, String steps) throws Exception {
        WorkflowJob job = Pipelines.job(jenkins, on("one", steps));
        return job.scheduleBuild2(0).waitForStart();
    }

    private static WorkflowRun lastBuild(JenkinsRule jenkins) {
        return jenkins.jenkins.getAllItems(WorkflowJob.class).get(0).getLastBuild();
    }

    private static boolean inUse(File store) throws Exception {
        List<Listed> all = new ToolchainStore(store.toPath()).list();
        assertThat(all).hasSize(1);
        return all.get(0).inUse();
    }
}
