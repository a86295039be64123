package io.jenkins.plugins.gotoolchain.jenkins.cache;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import hudson.util.FormValidation;
import io.jenkins.plugins.gotoolchain.archivecache.CachedArchive;
import io.jenkins.plugins.gotoolchain.jenkins.configuration.ArchiveCacheSettings;
import io.jenkins.plugins.gotoolchain.jenkins.configuration.GoToolchainConfiguration;
import io.jenkins.plugins.gotoolchain.jenkins.testing.Configured;
import io.jenkins.plugins.gotoolchain.testing.Fault;
import io.jenkins.plugins.gotoolchain.testing.Nginx;
import io.jenkins.plugins.gotoolchain.testing.ToolchainFixture;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
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

/** Agents that are processes of their own, and get their archives over the connection that they have. */
public class ControllerArchivesTest {

    private static final ToolchainFixture GO = new ToolchainFixture("1.24.1");
    private static final JenkinsRule JENKINS = Configured.jenkins();
    private static final InboundAgentRule AGENTS = new InboundAgentRule();

    @ClassRule
    public static final RuleChain RULES = RuleChain.outerRule(GO).around(JENKINS).around(AGENTS);

    @Rule
    public final TemporaryFolder temporary = new TemporaryFolder();

    private ArchiveCacheSettings settings;
    private int asked;

    @BeforeClass
    public static void startAgents() throws Exception {
        for (String name : List.of("one", "two", "three")) {
            AGENTS.createAgent(JENKINS, InboundAgentRule.Options.newBuilder().name(name).label(name).build());
        }
    }

    @Before
    public void configure() throws Exception {
        GoToolchainConfiguration configuration = Configured.with(GO);
        settings = new ArchiveCacheSettings();
        settings.setFolder(temporary.newFolder("archives").getAbsolutePath());
        configuration.setArchiveCache(settings);
        asked = GO.asked(GO.zipPath("1.24.1"));
        for (String name : List.of("one", "two", "three")) {
            Jenkins.get().getNode(name).getRootPath().child("tools").deleteRecursive();
        }
    }

    @After
    public void heal() {
        GO.server().heal();
    }

    private int askedNow() {
        return GO.asked(GO.zipPath("1.24.1")) - asked;
    }

    @Test
    public void agentsThatBuildAtTheSameTimeAreOneDownload() throws Exception {
        List<WorkflowRun> builds = new ArrayList<>();
        for (String name : List.of("one", "two", "three")) {
            builds.add(job(name).scheduleBuild2(0).waitForStart());
        }
        for (WorkflowRun build : builds) {
            JENKINS.assertBuildStatus(Result.SUCCESS, JENKINS.waitForCompletion(build));
            JENKINS.assertLogContains("go version go1.24.1 linux/amd64", build);
        }
        assertThat(askedNow()).isEqualTo(1);
        assertThat(ControllerArchives.get().relay().cache().list())
                .extracting(CachedArchive::name)
                .containsExactly("v0.0.1-go1.24.1.linux-amd64.zip");
        assertThat(builds).anyMatch(build -> log(build).contains("[go] controller: verifying v0.0.1-go1.24.1.linux-amd64.zip"));
    }

    @Test
    public void whatTheCacheHasNeedsNoSource() throws Exception {
        JENKINS.buildAndAssertSuccess(job("one"));
        GO.server().always(GO.zipPath("1.24.1"), Fault.status(503, "Service Unavailable"));
        JENKINS.buildAndAssertSuccess(job("two"));
        assertThat(askedNow()).isEqualTo(1);
    }

    @Test
    public void nodesWithTheLabelForItFetchForThemselves() throws Exception {
        settings.setDirect("two || three");
        JENKINS.buildAndAssertSuccess(job("one"));
        JENKINS.buildAndAssertSuccess(job("two"));
        assertThat(askedNow()).isEqualTo(2);
    }

    @Test
    public void whatAnotherControllerFetchedComesFromTheServerThatTheyShare() throws Exception {
        Path site = temporary.newFolder("site").toPath();
        try (Nginx nginx = new Nginx(temporary.newFolder("nginx").toPath(), site,
                "location / { dav_methods PUT; client_max_body_size 0; }")) {
            settings.setShared(nginx.uri("/").toString());
            JENKINS.buildAndAssertSuccess(job("one"));
            for (int look = 0; look < 1000 && site.toFile().list().length == 0; look++) {
                Thread.sleep(20);
            }
            settings.setFolder(temporary.newFolder("other").getAbsolutePath());
            JENKINS.buildAndAssertSuccess(job("two"));
            assertThat(askedNow()).isEqualTo(1);
            assertThat(ControllerArchives.get().relay().counts().shared()).isEqualTo(1);
        }
    }

    @Test
    public void aNodeWithoutAWayOutIsToldWhatTheControllerSaw() throws Exception {
        settings.setWithoutWayOut("one");
        GO.server().always(GO.zipPath("1.24.1"), Fault.status(503, "Service Unavailable"));
        WorkflowRun build = JENKINS.buildAndAssertStatus(Result.FAILURE, job("one"));
        assertThat(log(build)).contains("503").contains("ERROR: Go cannot be provided on one");
        assertThat(askedNow()).as("by the controller alone").isEqualTo(3);
    }

    @Test
    public void aNodeWithAWayOutTriesItWhereTheControllerCannotFetch() throws Exception {
        settings.setFolder(new File(temporary.newFile("file"), "below").getAbsolutePath());
        WorkflowRun build = JENKINS.buildAndAssertSuccess(job("one"));
        assertThat(log(build)).contains("[go] controller: The controller cannot help here");
    }

    @Test
    public void theControllersOwnNodeUsesItToo() throws Exception {
        GoToolchainConfiguration.get().setStoreRoot(temporary.newFolder("store").getAbsolutePath());
        JENKINS.buildAndAssertSuccess(job("built-in"));
        assertThat(ControllerArchives.get().relay().cache().list()).hasSize(1);
    }

    @Test
    public void aLabelThatIsNoneIsRefusedInTheFormAndInBuilds() throws Exception {
        settings.setDirect("a && ");
        WorkflowRun build = JENKINS.buildAndAssertStatus(Result.FAILURE, job("one"));
        assertThat(log(build)).contains("is no expression of labels").doesNotContain("at io.jenkins");
        ArchiveCacheSettings.DescriptorImpl form =
                Jenkins.get().getDescriptorByType(ArchiveCacheSettings.DescriptorImpl.class);
        assertThat(form.doCheckDirect("a && ").kind).isEqualTo(FormValidation.Kind.ERROR);
        assertThat(form.doCheckFolder("relative").kind).isEqualTo(FormValidation.Kind.ERROR);
        assertThat(form.doCheckFolder("/absolute").kind).isEqualTo(FormValidation.Kind.OK);
        assertThat(form.doCheckShared("dav.example.com").kind).isEqualTo(FormValidation.Kind.ERROR);
        assertThat(form.doCheckShared("https://dav.example.com/go/").kind).isEqualTo(FormValidation.Kind.OK);
    }

    @Test
    public void theFormKeepsWhatWasSet() throws Exception {
        settings.setDirect("near");
        settings.setWithoutWayOut("far");
        settings.setMaxGibibytes(3);
        settings.setDownloads(2);
        settings.setShared("https://dav.example.com/go/");
        GoToolchainConfiguration.get().setArchiveCache(settings);
        JENKINS.configRoundtrip();
        ArchiveCacheSettings kept = GoToolchainConfiguration.get().getArchiveCache();
        JENKINS.assertEqualDataBoundBeans(settings, kept);
    }

    private static String log(WorkflowRun build) {
        try {
            return JenkinsRule.getLog(build);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static WorkflowJob job(String label) throws Exception {
        WorkflowJob job = JENKINS.createProject(WorkflowJob.class);
        job.setDefinition(new CpsFlowDefinition(
                "node('" + label + "') { withGo('1.24.1') { sh 'go version' } }", true));
        return job;
    }
}
