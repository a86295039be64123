package io.jenkins.plugins.gotoolchain.jenkins.tool;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.FreeStyleProject;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.Slave;
import hudson.model.TaskListener;
import hudson.model.queue.QueueTaskFuture;
import hudson.remoting.Channel;
import hudson.remoting.Command;
import hudson.remoting.Request;
import hudson.remoting.Response;
import io.jenkins.plugins.gotoolchain.jenkins.configuration.GoToolchainConfiguration;
import io.jenkins.plugins.gotoolchain.jenkins.configuration.SiteEntry;
import io.jenkins.plugins.gotoolchain.jenkins.provisioning.BuildSelectionsAction;
import io.jenkins.plugins.gotoolchain.jenkins.testing.Configured;
import io.jenkins.plugins.gotoolchain.store.Listed;
import io.jenkins.plugins.gotoolchain.store.ToolchainStore;
import io.jenkins.plugins.gotoolchain.testing.ToolchainFixture;
import java.io.File;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
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

/** What a toolchain costs builds: how often it is installed, asked for, and what crosses the wire. */
public class ToolCostTest {

    @ClassRule
    public static final ToolchainFixture GO = new ToolchainFixture("1.24.1", "1.24.2", "1.23.6");

    @ClassRule
    public static final JenkinsRule JENKINS = new JenkinsRule();

    @ClassRule
    public static final InboundAgentRule AGENTS = new InboundAgentRule();

    private static Slave agent;

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private GoToolchainConfiguration configuration;

    @BeforeClass
    public static void startAgent() throws Exception {
        agent = start("agent");
        agent.setNumExecutors(2);
        JENKINS.jenkins.setNodes(JENKINS.jenkins.getNodes());
    }

    @Before
    public void configure() {
        configuration = Configured.with(GO);
        configuration.setStoreRoot(new File(folder.getRoot(), "store").getPath());
    }

    /** Counts from now on. */
    private static final class Traffic extends Channel.Listener {
        final AtomicInteger roundTrips = new AtomicInteger();
        final AtomicLong librariesSent = new AtomicLong();

        Traffic(Slave agent) {
            ((Channel) agent.getChannel()).addListener(this);
        }

        /** The channel tells of a response in its own thread, perhaps after whoever asked has it. */
        int counted() throws InterruptedException {
            for (int i = 0; i < 1000 && roundTrips.get() == 0; i++) {
                Thread.sleep(10);
            }
            return roundTrips.get();
        }

        @Override
        public void onResponse(Channel channel, Request<?, ?> request, Response<?, ?> response, long totalTime) {
            roundTrips.incrementAndGet();
        }

        @Override
        public void onRead(Channel channel, Command command, long size) {
            if (command instanceof Request) {
                roundTrips.incrementAndGet();
            }
        }

        @Override
        public void onJar(Channel channel, File jar) {
            if (jar.getName().matches("(jackson|commons-(compress|lang3|codec)|asm).*")) {
                librariesSent.addAndGet(jar.length());
            }
        }
    }

    @Test
    public void anInstalledVersionCostsAtMostThreeRoundTrips() throws Exception {
        GoInstallation tool = GoInstallation.released("1.24.1");
        tool.forNode(agent, TaskListener.NULL);
        tool.forNode(agent, TaskListener.NULL);
        Traffic traffic = new Traffic(agent);
        tool.forNode(agent, TaskListener.NULL);
        assertThat(traffic.counted()).isBetween(1, 3);
    }

    /** Remoting sends whole jars: this plugin's, and those of its API plugins that a class is needed from. */
    @Test
    public void aFreshAgentGetsAtMostTwoMebibytes() throws Exception {
        Slave fresh = start("fresh");
        Traffic traffic = new Traffic(fresh);
        GoInstallation.released("1.24.1").forNode(fresh, TaskListener.NULL);
        assertThat(ownClasses() + traffic.librariesSent.get()).isBetween(1L, 2L << 20);
    }

    private static long ownClasses() throws IOException {
        Path root = Path.of(GoInstallation.class.getProtectionDomain().getCodeSource().getLocation().getPath());
        AtomicLong size = new AtomicLong();
        try (Stream<Path> all = Files.walk(root); DeflaterOutputStream out = new DeflaterOutputStream(new FilterOutputStream(OutputStream.nullOutputStream()) {
            @Override
            public void write(byte[] bytes, int from, int length) {
                size.addAndGet(length);
            }
        })) {
            for (Path file : all.filter(Files::isRegularFile).filter(file -> !file.toString().contains("/cli/")).toList()) {
                out.write(Files.readAllBytes(file));
            }
        }
        return size.get();
    }

    @Test
    public void declarativeAsksOnce() throws Exception {
        Run<?, ?> run = build("""
                pipeline {
                  agent { label 'agent' }
                  tools { go '1.24.1' }
                  stages {
                    stage('one') { steps { sh 'go version' } }
                    stage('two') { steps { sh 'go version' } }
                  }
                }
                """);
        assertThat(count("\\[go\\] Go 1\\.24\\.1 for", run)).isEqualTo(1);
        assertThat(count("go version go1\\.24\\.1", run)).isEqualTo(2);
    }

    @Test
    public void twentyBuildsOnFiveAgentsInstallThreeVersionsFifteenTimes() throws Exception {
        List<Slave> slaves = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            Slave slave = JENKINS.createOnlineSlave();
            slave.setNumExecutors(4);
            slaves.add(slave);
        }
        JENKINS.jenkins.setNodes(JENKINS.jenkins.getNodes());
        configuration.setStoreRoot(null);
        int before = zips();
        List<QueueTaskFuture<? extends Run<?, ?>>> running = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            FreeStyleProject job = JENKINS.createFreeStyleProject();
            job.setAssignedNode(slaves.get(i % 5));
            for (String version : List.of("1.24.1", "1.24.2", "1.23.6")) {
                job.getBuildersList().add(new UseGo(version));
            }
            running.add(job.scheduleBuild2(0));
        }
        int installs = 0;
        for (QueueTaskFuture<? extends Run<?, ?>> future : running) {
            Run<?, ?> run = JENKINS.assertBuildStatusSuccess(future);
            installs += count("installed from", run);
            assertThat(count("go version go1", run)).isEqualTo(3);
        }
        assertThat(installs).isEqualTo(15);
        assertThat(zips() - before).isEqualTo(15);
    }

    @Test
    public void aSelectorIsChosenOnceForAllAgentsOfABuild() throws Exception {
        start("two");
        Run<?, ?> run = build("""
                parallel(
                  one: { node('agent') { sh "'${tool name: '1.24.x', type: 'go'}/bin/go' version" } },
                  two: { node('two') { sh "'${tool name: '1.24.x', type: 'go'}/bin/go' version" } })
                """);
        assertThat(count("go version go1\\.24\\.2", run)).isEqualTo(2);
        assertThat(count("Go 1\\.24\\.2 \\(1\\.24\\.x: newest of 1\\.24\\)", run)).isEqualTo(2);
        assertThat(run.getAction(BuildSelectionsAction.class).get("1.24.x").version().text()).isEqualTo("1.24.2");
    }

    @Test
    public void theNewestPatchIsTheNewestThatIsAllowed() throws Exception {
        configuration.setAllowedVersions("<1.24.2");
        JENKINS.assertLogContains("go version go1.24.1", build("node('agent') { sh \"'${tool name: '1.24.x', type: 'go'}/bin/go' version\" }"));
    }

    @Test
    public void eachOfTwoBuildsOnOneNodeIsKnown() throws Exception {
        WorkflowRun first = pipeline("node('agent') { semaphore 'held' ; tool name: '1.24.x', type: 'go' }").scheduleBuild2(0).waitForStart();
        SemaphoreStep.waitForStart("held/1", first);
        Run<?, ?> second = build("node('agent') { tool name: '1.24.x', type: 'go' }");
        assertThat(second.getAction(BuildSelectionsAction.class)).isNotNull();
        assertThat(first.getAction(BuildSelectionsAction.class)).isNull();
        SemaphoreStep.success("held/1", null);
        JENKINS.assertBuildStatusSuccess(JENKINS.waitForCompletion(first));
        assertThat(first.getAction(BuildSelectionsAction.class)).isNotNull();
    }

    @Test
    public void aPinThatDoesNotFitNamesBothValuesAndAPinThatFitsIsKept() throws Exception {
        configuration.setSources(List.of(new SiteEntry(GO.site())));
        String wrong = "0".repeat(64);
        pinned("pinned", wrong);
        Run<?, ?> refused = JENKINS.buildAndAssertStatus(Result.FAILURE, pipeline("node('agent') { tool name: 'pinned', type: 'go' }"));
        JENKINS.assertLogContains(wrong, refused);
        JENKINS.assertLogContains(GO.sha256("1.24.1"), refused);
        JENKINS.assertLogContains("installation \"pinned\"", refused);
        JENKINS.assertLogNotContains("Exception", refused);
        pinned("pinned", GO.sha256("1.24.1"));
        JENKINS.assertLogContains("installed from", build("node('agent') { tool name: 'pinned', type: 'go' }"));
    }

    @Test
    public void whatABuildUsesIsNotPruned() throws Exception {
        WorkflowRun run = pipeline("node('agent') { tool name: '1.24.1', type: 'go' ; semaphore 'using' }").scheduleBuild2(0).waitForStart();
        SemaphoreStep.waitForStart("using/1", run);
        ToolchainStore store = new ToolchainStore(folder.getRoot().toPath().resolve("store"));
        assertThat(store.list()).isNotEmpty().allMatch(Listed::inUse);
        SemaphoreStep.success("using/1", null);
        JENKINS.assertBuildStatusSuccess(JENKINS.waitForCompletion(run));
    }

    private static void pinned(String name, String sha256) throws Exception {
        GoReleaseInstaller installer = new GoReleaseInstaller("1.24.1");
        installer.setDigests(List.of(new PinnedDigest("linux/amd64", sha256)));
        Configured.tool().setInstallations(Configured.installation(name, installer));
    }

    private static int zips() {
        return List.of("1.24.1", "1.24.2", "1.23.6").stream().mapToInt(version -> GO.asked(GO.zipPath(version))).sum();
    }

    private static int count(String pattern, Run<?, ?> run) throws Exception {
        Matcher matcher = Pattern.compile(pattern).matcher(JenkinsRule.getLog(run));
        int count = 0;
        while (matcher.find()) {
            count++;
        }
        return count;
    }

    private static Slave start(String name) throws Exception {
        return AGENTS.createAgent(JENKINS, InboundAgentRule.Options.newBuilder().name(name).label(name).build());
    }

    private static Run<?, ?> build(String script) throws Exception {
        return JENKINS.buildAndAssertSuccess(pipeline(script));
    }

    private static WorkflowJob pipeline(String script) throws Exception {
        WorkflowJob job = JENKINS.createProject(WorkflowJob.class);
        job.setDefinition(new CpsFlowDefinition(script, true));
        return job;
    }
}
