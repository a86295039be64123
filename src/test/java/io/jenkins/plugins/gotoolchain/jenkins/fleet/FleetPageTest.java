package io.jenkins.plugins.gotoolchain.jenkins.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Computer;
import hudson.model.Node;
import hudson.model.Slave;
import hudson.model.TaskListener;
import io.jenkins.plugins.gotoolchain.jenkins.configuration.GoToolchainConfiguration;
import io.jenkins.plugins.gotoolchain.jenkins.configuration.PreinstallEntry;
import io.jenkins.plugins.gotoolchain.jenkins.node.Pinned;
import io.jenkins.plugins.gotoolchain.jenkins.provisioning.NodeProvisioning;
import io.jenkins.plugins.gotoolchain.jenkins.testing.Configured;
import io.jenkins.plugins.gotoolchain.testing.ToolchainFixture;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jenkins.model.Jenkins;
import net.sf.json.JSONObject;
import org.htmlunit.HttpMethod;
import org.htmlunit.Page;
import org.htmlunit.WebRequest;
import org.htmlunit.html.HtmlPage;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.jenkinsci.plugins.workflow.test.steps.SemaphoreStep;
import org.junit.After;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.jvnet.hudson.test.InboundAgentRule;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;

/** All toolchains of all nodes, as people see them and change them. */
public class FleetPageTest {

    @ClassRule
    public static final ToolchainFixture GO = new ToolchainFixture("1.24.1", "1.23.9");

    @ClassRule
    public static final JenkinsRule JENKINS = Configured.jenkins();

    @ClassRule
    public static final InboundAgentRule AGENTS = new InboundAgentRule();

    @Rule
    public final TemporaryFolder temporary = new TemporaryFolder();

    private static Slave agent;

    @BeforeClass
    public static void startAgent() throws Exception {
        agent = AGENTS.createAgent(JENKINS, InboundAgentRule.Options.newBuilder().name("agent").label("linux").build());
    }

    @Before
    public void configure() throws Exception {
        Configured.with(GO).setStoreRoot(temporary.newFolder("store").getAbsolutePath());
        JENKINS.jenkins.setSecurityRealm(JENKINS.createDummySecurityRealm());
        JENKINS.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.ADMINISTER).everywhere().to("admin")
                .grant(Jenkins.READ, Jenkins.SYSTEM_READ).everywhere().to("reader")
                .grant(Computer.EXTENDED_READ, Computer.CONFIGURE).onItems().to("nobody"));
    }

    @After
    public void open() throws Exception {
        JENKINS.jenkins.setAuthorizationStrategy(new hudson.security.AuthorizationStrategy.Unsecured());
    }

    private static JenkinsRule.WebClient as(String user) throws Exception {
        return Configured.reader(JENKINS).withThrowExceptionOnFailingStatusCode(false).login(user);
    }

    private static Page post(JenkinsRule.WebClient client, String path) throws Exception {
        return client.getPage(client.addCrumb(new WebRequest(new URL(JENKINS.getURL(), path), HttpMethod.POST)));
    }

    private static FleetTask done(FleetAct act, String version) throws Exception {
        FleetTask task = FleetTasks.get()
                .start(act, List.of(agent), version == null ? null : GoVersion.parse(version))
                .get(0);
        while (!task.isOver()) {
            Thread.onSpinWait();
        }
        return task;
    }

    @Test
    public void whatIsInstalledIsInTheTableOnTheNodesPageAndInTheApi() throws Exception {
        assertThat(done(FleetAct.INSTALL, "1.24.1").getLine()).startsWith("installed in");
        FleetInventory.get().askNow(agent);
        JenkinsRule.WebClient admin = as("admin");
        assertThat(admin.goTo("manage/go-fleet/").asNormalizedText()).contains("agent").contains("1.24.1");
        assertThat(admin.goTo("computer/agent/go-fleet/").asNormalizedText()).contains("1.24.1").contains("goproxy:" + GO.proxy());
        assertThat(admin.goTo("manage/").asNormalizedText()).contains("Which node has which version of Go");
        JSONObject json = JSONObject.fromObject(admin.goTo("manage/go-fleet/api/json?q=agent", "application/json")
                .getWebResponse().getContentAsString());
        JSONObject held = json.getJSONArray("nodes").getJSONObject(0).getJSONArray("toolchains").getJSONObject(0);
        assertThat(held.getString("version")).isEqualTo("1.24.1");
        assertThat(held.getLong("verifiedAt")).isPositive();
    }

    @Test
    public void whatABuildInstallsIsThereWithoutAnyoneAsking() throws Exception {
        FleetInventory.get().put("agent", NodeStore.said(System.currentTimeMillis(), List.of()));
        new NodeProvisioning(agent, null, TaskListener.NULL).provide("1.23.9", Pinned.NOTHING);
        while (FleetInventory.get().of(agent).of("1.23.9") == null) {
            Thread.onSpinWait();
        }
        long asked = FleetInventory.get().of(agent).at();
        new NodeProvisioning(agent, null, TaskListener.NULL).provide("1.23.9", Pinned.NOTHING);
        assertThat(FleetInventory.get().of(agent).at()).as("it was there, and asked a moment ago").isEqualTo(asked);
    }

    @Test
    public void whatABuildUsesIsInUseAndNotAnyMoreWhenItHasEnded() throws Exception {
        WorkflowJob job = JENKINS.createProject(WorkflowJob.class);
        job.setDefinition(new CpsFlowDefinition("node('agent') { withGo('1.24.1') { semaphore 'used' } }", true));
        WorkflowRun build = job.scheduleBuild2(0).waitForStart();
        SemaphoreStep.waitForStart("used/1", build);
        assertThat(FleetInventory.get().askNow(agent).of("1.24.1").inUse()).isTrue();
        SemaphoreStep.success("used/1", null);
        JENKINS.waitForCompletion(build);
        while (FleetInventory.get().of(agent).of("1.24.1").inUse()) {
            Thread.onSpinWait();
        }
    }

    @Test
    public void itIsDoneOnTheChosenNodesAfterAConfirmation() throws Exception {
        JenkinsRule.WebClient admin = JENKINS.createWebClient().login("admin");
        HtmlPage confirm = admin.goTo("manage/go-fleet/confirm?act=install&version=1.23.9&node=agent");
        assertThat(confirm.asNormalizedText()).contains("Install Go 1.23.9 on 1 nodes.").contains("agent");
        assertThat(FleetTasks.get().list()).noneMatch(task -> "1.23.9".equals(task.getVersion()));
        confirm.getForms().stream().filter(form -> form.getActionAttribute().equals("run")).findFirst().orElseThrow()
                .getButtonsByName("").get(0).click();
        FleetTask task = FleetTasks.get().list().stream().filter(one -> "1.23.9".equals(one.getVersion())).findFirst().orElseThrow();
        while (!task.isOver()) {
            Thread.onSpinWait();
        }
        assertThat(task.getState()).isEqualTo(FleetTask.State.DONE);
        assertThat(admin.goTo("manage/go-fleet/").asNormalizedText()).contains("install").contains("done");
    }

    @Test
    public void verifyFindsWhatWasChangedAndPutsItAside() throws Exception {
        done(FleetAct.INSTALL, "1.24.1");
        assertThat(done(FleetAct.VERIFY, "1.24.1").getLine()).contains("as they were proven");
        Path file = Path.of(GoToolchainConfiguration.get().getStoreRoot(), "go1.24.1.linux-amd64", "VERSION");
        file.toFile().setWritable(true);
        Files.writeString(file, "something else\n");
        FleetTask task = done(FleetAct.VERIFY, "1.24.1");
        assertThat(task.getState()).isEqualTo(FleetTask.State.FAILED);
        assertThat(task.getLine()).contains("is not as it was proven");
        assertThat(FleetInventory.get().askNow(agent).of("1.24.1")).isNull();
    }

    @Test
    public void removeAndPruneTakeAwayWhatMayGo() throws Exception {
        done(FleetAct.INSTALL, "1.24.1");
        assertThat(done(FleetAct.REMOVE, "1.24.1").getLine()).isEqualTo("removed");
        assertThat(done(FleetAct.REMOVE, "1.24.1").getLine()).isEqualTo("it was not there");
        assertThat(done(FleetAct.PRUNE, null).getLine()).isEqualTo("0 removed, 0 B freed, 0 kept");
    }

    @Test
    public void whatALayerHasIsThereAndIsNotRemoved() throws Exception {
        done(FleetAct.INSTALL, "1.24.1");
        String layer = GoToolchainConfiguration.get().getStoreRoot();
        GoToolchainConfiguration.get().setStoreRoot(temporary.newFolder("other").getAbsolutePath());
        GoToolchainConfiguration.get().setLayers("/not/here\n" + layer);
        assertThat(FleetInventory.get().askNow(agent).of("1.24.1").source()).isEqualTo("read-only in " + layer + ", from goproxy:" + GO.proxy());
        assertThat(done(FleetAct.REMOVE, "1.24.1").getLine()).isEqualTo("it was not there");
        assertThat(FleetInventory.get().askNow(agent).of("1.24.1")).isNotNull();
        done(FleetAct.INSTALL, "1.23.9");
        assertThat(FleetInventory.get().askNow(agent).of("1.23.9").source()).startsWith("goproxy:");
    }

    @Test
    public void whatCannotBeDoneSaysWhyAndLosesNothing() throws Exception {
        FleetTask task = done(FleetAct.INSTALL, "1.22.1");
        assertThat(task.getState()).isEqualTo(FleetTask.State.FAILED);
        assertThat(task.getLine()).contains("1.22.1");
        JenkinsRule.WebClient admin = as("admin");
        assertThat(post(admin, "manage/go-fleet/run?act=install&version=x&node=agent").getWebResponse().getStatusCode()).isEqualTo(400);
        assertThat(post(admin, "manage/go-fleet/run?act=explode&node=agent").getWebResponse().getStatusCode()).isEqualTo(400);
        assertThat(post(admin, "manage/go-fleet/run?act=prune&node=nowhere").getWebResponse().getStatusCode()).isEqualTo(400);
        assertThat(post(admin, "manage/go-fleet/run?act=prune").getWebResponse().getStatusCode()).isEqualTo(400);
        assertThat(admin.goTo("manage/go-fleet/confirm?act=install&version=<script>&node=agent").asNormalizedText()).contains("<script>");
    }

    @Test
    public void onlyAdministratorsChangeAndOnlyWhoMaySeeANodeSeesIt() throws Exception {
        FleetInventory.get().askNow(agent);
        JenkinsRule.WebClient reader = as("reader");
        assertThat(reader.goTo("manage/go-fleet/").asNormalizedText()).doesNotContain("agent").doesNotContain("Selected nodes");
        assertThat(reader.getPage(JENKINS.getURL() + "computer/agent/go-fleet/").getWebResponse().getStatusCode()).isEqualTo(403);
        assertThat(post(reader, "manage/go-fleet/run?act=prune&all=true").getWebResponse().getStatusCode()).isEqualTo(403);
        assertThat(reader.getPage(JENKINS.getURL() + "manage/go-fleet/confirm?act=prune&all=true").getWebResponse().getStatusCode()).isEqualTo(403);
        assertThat(as("admin").getPage(JENKINS.getURL() + "manage/go-fleet/run?act=prune&all=true").getWebResponse().getStatusCode())
                .as("GET changes nothing").isNotEqualTo(200);
    }

    @Test
    public void aNodeHasInAdvanceWhatItsLabelIsToHave() throws Exception {
        GoToolchainConfiguration.get().setPreinstall(List.of(
                new PreinstallEntry("linux", "1.24.x"), new PreinstallEntry("windows", "1.23.9"), new PreinstallEntry("a &&", "1.23.9")));
        assertThat(Preinstall.on(agent)).as("one that cannot be read stops all, and is said in the log").isEmpty();
        GoToolchainConfiguration.get().setPreinstall(List.of(
                new PreinstallEntry("linux", "1.24.x"), new PreinstallEntry("windows", "1.23.9")));
        List<FleetTask> tasks = Preinstall.on(agent);
        assertThat(tasks).extracting(FleetTask::getVersion).containsExactly("1.24.1");
        while (!tasks.get(0).isOver()) {
            Thread.onSpinWait();
        }
        assertThat(tasks.get(0).getState()).isEqualTo(FleetTask.State.DONE);
    }

    @Test
    public void theInventoryIsKeptAndSurvivesDamage() throws Exception {
        StoreLines file = new StoreLines(temporary.getRoot().toPath());
        HeldToolchain one = new HeldToolchain("1.24.1", "linux/amd64", 7, 8, 9, true, "a\tb\nc", "");
        file.write(Map.of("a node\twith a tab", new NodeStore(5, List.of(one)), "", new NodeStore(6, List.of())));
        Files.writeString(temporary.getRoot().toPath().resolve("inventory"), "\tx\ty\nrubbish\n\u0000%%%\t3\n", java.nio.file.StandardOpenOption.APPEND);
        Map<String, NodeStore> read = file.read();
        assertThat(read.get("a node\twith a tab").held()).hasSize(1);
        assertThat(read.get("a node\twith a tab").held().get(0).bytes()).isEqualTo(7);
        assertThat(read).containsKey("");
    }

    @Test
    public void threeHundredNodesWithTwentyVersionsComeUpInPages() throws Exception {
        List<Node> nodes = new ArrayList<>(JENKINS.jenkins.getNodes());
        List<Node> before = List.copyOf(nodes);
        for (int i = 0; i < 300; i++) {
            nodes.add(new MadeUpNode("made-up-" + i));
            FleetInventory.get().put("made-up-" + i, MadeUpNode.store(20));
        }
        JENKINS.jenkins.setNodes(nodes);
        try {
            JenkinsRule.WebClient admin = as("admin");
            String page = admin.goTo("manage/go-fleet/?page=2").asNormalizedText();
            assertThat(page).contains("302 nodes, ").contains("Page 2 of 7");
            String found = admin.goTo("manage/go-fleet/?q=made-up-299").asNormalizedText();
            assertThat(found).contains("made-up-299").doesNotContain("made-up-298");
        } finally {
            JENKINS.jenkins.setNodes(before);
        }
    }
}
