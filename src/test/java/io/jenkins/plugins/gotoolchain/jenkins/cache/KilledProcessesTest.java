package io.jenkins.plugins.gotoolchain.jenkins.cache;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import io.jenkins.plugins.gotoolchain.jenkins.configuration.ArchiveCacheSettings;
import io.jenkins.plugins.gotoolchain.jenkins.configuration.GoEnvironmentSettings;
import io.jenkins.plugins.gotoolchain.jenkins.configuration.GoToolchainConfiguration;
import io.jenkins.plugins.gotoolchain.jenkins.configuration.ModuleProxyEntry;
import io.jenkins.plugins.gotoolchain.testing.Fault;
import io.jenkins.plugins.gotoolchain.testing.Seen;
import io.jenkins.plugins.gotoolchain.testing.ToolchainFixture;
import io.jenkins.plugins.gotoolchain.testing.ToolchainTree;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.jvnet.hudson.test.InboundAgentRule;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.RealJenkinsRule;

/** A controller and an agent, each a process of its own, that are killed in the middle of a download. */
public class KilledProcessesTest {

    private static final int THERE = 400_000;

    @Rule
    public final ToolchainFixture go = new ToolchainFixture().with(new ToolchainTree("1.24.1").noise("src/large/noise.txt", 1_200_000));

    @Rule
    public final RealJenkinsRule controller = new RealJenkinsRule();

    @Rule
    public final InboundAgentRule agents = new InboundAgentRule();

    @Rule
    public final TemporaryFolder temporary = new TemporaryFolder();

    @Test
    public void aControllerThatIsKilledGoesOnWhereItsDownloadStoppedAndTheBuildEndsWell() throws Throwable {
        Path archives = temporary.newFolder("archives").toPath();
        begin("nowhere", archives);
        waitForPartial(archives);
        controller.stopJenkinsForcibly();
        go.server().heal();
        controller.startJenkins();
        assertThat(controller.runRemotely(KilledProcessesTest::logOfTheBuild, Result.SUCCESS.toString())).contains("go version go1.24.1 ");
        wentOn();
    }

    @Test
    public void anAgentThatIsKilledGoesOnWhereItsDownloadStoppedAndTheBuildEndsWell() throws Throwable {
        begin("one", temporary.newFolder("archives").toPath());
        waitForPartial(store());
        agents.stop("one");
        go.server().heal();
        agents.start(controller, agent());
        assertThat(controller.runRemotely(KilledProcessesTest::logOfTheBuild, Result.SUCCESS.toString()))
                .contains("It goes on when the node is back.")
                .contains("go version go1.24.1 ");
        wentOn();
    }

    private void begin(String direct, Path archives) throws Throwable {
        go.server().always(go.zipPath("1.24.1"), Fault.stallAfter(THERE + 50_000));
        controller.startJenkins();
        controller.runRemotely(KilledProcessesTest::configure, new String[] {go.proxy(), go.gosumdb(), store().toString(), archives.toString(), direct});
        agents.createAgent(controller, agent());
        controller.runRemotely(KilledProcessesTest::start);
    }

    private static InboundAgentRule.Options agent() {
        return InboundAgentRule.Options.newBuilder().name("one").label("one").build();
    }

    private Path store() {
        return temporary.getRoot().toPath().resolve("store").toAbsolutePath();
    }

    private static void configure(JenkinsRule jenkins, String[] how) {
        GoToolchainConfiguration configuration = GoToolchainConfiguration.get();
        configuration.setSources(List.of(new ModuleProxyEntry(how[0])));
        GoEnvironmentSettings environment = new GoEnvironmentSettings();
        environment.setGosumdb(how[1]);
        configuration.setEnvironment(environment);
        configuration.setStoreRoot(how[2]);
        configuration.setReference("none");
        configuration.setProfile("large-file");
        ArchiveCacheSettings cache = new ArchiveCacheSettings();
        cache.setFolder(how[3]);
        cache.setDirect(how[4]);
        configuration.setArchiveCache(cache);
        configuration.save();
    }

    private static void start(JenkinsRule jenkins) throws Exception {
        WorkflowJob job = jenkins.createProject(WorkflowJob.class, "job");
        job.setDefinition(new CpsFlowDefinition("node('one') { withGo('1.24.1') { sh 'go version' } }", true));
        job.scheduleBuild2(0).waitForStart();
    }

    private static String logOfTheBuild(JenkinsRule jenkins, String result) throws Exception {
        WorkflowRun build = jenkins.jenkins.getItemByFullName("job", WorkflowJob.class).getLastBuild();
        jenkins.waitForCompletion(build);
        jenkins.assertBuildStatus(Result.fromString(result), build);
        return JenkinsRule.getLog(build);
    }

    /** The process has written it: it is in the file whatever becomes of the process. */
    private static void waitForPartial(Path folder) throws IOException, InterruptedException {
        while (largest(folder) < THERE) {
            Thread.sleep(50);
        }
    }

    private static long largest(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(Path::toFile).filter(File::isFile).mapToLong(File::length).max().orElse(0);
        }
    }

    private void wentOn() {
        List<Seen> asked = go.server().requests().stream().filter(one -> one.target().endsWith(go.zipPath("1.24.1"))).toList();
        String range = asked.get(asked.size() - 1).header("range");
        assertThat(range).isNotNull().startsWith("bytes=").endsWith("-");
        assertThat(Long.parseLong(range.substring(6, range.length() - 1))).isGreaterThanOrEqualTo(THERE);
    }
}
