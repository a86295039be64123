package io.jenkins.plugins.gotoolchain.jenkins.record;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.model.Label;
import hudson.model.Run;
import io.jenkins.plugins.gotoolchain.jenkins.node.AgentText;
import io.jenkins.plugins.gotoolchain.jenkins.node.LocationReceipt;
import io.jenkins.plugins.gotoolchain.jenkins.testing.Configured;
import io.jenkins.plugins.gotoolchain.store.ReceiptEvidence;
import io.jenkins.plugins.gotoolchain.testing.ToolchainFixture;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.jvnet.hudson.test.JenkinsRule;

/** What a build keeps of the toolchains that it used, and who is told. */
public class RecordTest {

    @ClassRule
    public static final ToolchainFixture GO = new ToolchainFixture("1.24.1", "1.23.6");

    @ClassRule
    public static final JenkinsRule JENKINS = new JenkinsRule();

    @BeforeClass
    public static void nodes() throws Exception {
        JENKINS.jenkins.setNumExecutors(4);
        JENKINS.createOnlineSlave(Label.get("agent"));
    }

    @Before
    public void sources() {
        Configured.with(GO);
    }

    @Test
    public void saysWhichToolchainOnWhichNodeFromWhereOnWhichEvidence() throws Exception {
        WorkflowRun run = JENKINS.buildAndAssertSuccess(pipeline("node('agent') { tool name: '1.24.1', type: 'go' }"));
        ToolchainUse use = only(run);
        assertThat(use.getVersion()).isEqualTo("1.24.1");
        assertThat(use.getPlatform()).isEqualTo("linux/amd64");
        assertThat(use.getNode()).isEqualTo(JENKINS.jenkins.getLabel("agent").getNodes().iterator().next().getNodeName());
        assertThat(use.getSource()).isEqualTo("goproxy:" + GO.proxy());
        assertThat(use.getEvidence()).extracting(ToolchainEvidence::getKind).containsExactly("sumdb");
        assertThat(use.getUnproven()).isEmpty();
    }

    @Test
    public void aToolchainThatABuildAsksForAgainIsRecordedOnce() throws Exception {
        WorkflowRun run = JENKINS.buildAndAssertSuccess(pipeline("""
                pipeline {
                  agent { label 'built-in' }
                  tools { go '1.23.6' }
                  stages {
                    stage('a') { steps { echo 'a' } }
                    stage('b') { steps { echo 'b' } }
                  }
                }
                """));
        assertThat(only(run).getVersion()).isEqualTo("1.23.6");
    }

    @Test
    public void parallelBranchesAreAllThere() throws Exception {
        WorkflowRun run = JENKINS.buildAndAssertSuccess(pipeline("""
                def branches = [:]
                for (n in ['built-in', 'agent']) {
                  for (v in ['1.24.1', '1.23.6']) {
                    def label = n, version = v
                    branches[n + v] = { node(label) { tool name: version, type: 'go' } }
                  }
                }
                parallel branches
                """));
        assertThat(run.getAction(GoToolchainsAction.class).getToolchains())
                .extracting(use -> use.getNode() + " " + use.getVersion())
                .hasSize(4)
                .doesNotHaveDuplicates();
    }

    @Test
    public void isInTheRestApi() throws Exception {
        FreeStyleBuild build = JENKINS.buildAndAssertSuccess(JENKINS.createFreeStyleProject());
        MadeUpUse.add(build, JENKINS.jenkins, "1.24.1", "https://mirror.example.com/go/");
        for (String path : List.of("go-toolchains/api/json", "api/json?tree=actions[toolchains[version,source,evidence[kind]]]")) {
            assertThat(JENKINS.getJSON(build.getUrl() + path).getJSONObject().toString())
                    .contains("\"version\":\"1.24.1\"", "\"source\":\"https://mirror.example.com/go/\"", "\"kind\":\"sumdb\"");
        }
    }

    @Test
    public void isOnTheBuildsPagesAndWhatAnAgentSaidIsEscaped() throws Exception {
        FreeStyleBuild build = JENKINS.buildAndAssertSuccess(JENKINS.createFreeStyleProject());
        MadeUpUse.add(build, JENKINS.jenkins, "1.24.1", "https://<b>agent</b>/");
        try (JenkinsRule.WebClient client = Configured.reader(JENKINS)) {
            for (String path : List.of("", "go-toolchains/")) {
                String page = client.getPage(build, path).getWebResponse().getContentAsString();
                assertThat(page.contains("Go 1.24.1")).isTrue();
                assertThat(page.contains("&lt;b>agent") || page.contains("&lt;b&gt;agent")).isTrue();
                assertThat(page.contains("<b>agent")).isFalse();
            }
        }
    }

    @Test
    public void saysThatNothingProvesALocationThatWasAcceptedAsItIs() throws Exception {
        FreeStyleBuild build = JENKINS.buildAndAssertSuccess(JENKINS.createFreeStyleProject());
        ReceiptEvidence none = new ReceiptEvidence(LocationReceipt.ACCEPTED, "the configuration accepts it");
        BuildRecord.add(build, MadeUpUse.of(JENKINS.jenkins, "1.24.1", "the folder /opt/go", List.of(none)));
        assertThat(only(build).getUnproven()).isEqualTo("the configuration accepts it");
        assertThat(only(build).getEvidence()).isEmpty();
        try (JenkinsRule.WebClient client = Configured.reader(JENKINS)) {
            assertThat(client.getPage(build).asNormalizedText()).contains("accepted without proof");
        }
    }

    @Test
    public void whatAnAgentSaysIsOneLineOfBoundedLength() {
        assertThat(AgentText.line("a\nb\u0000\u202ec\ud800")).isEqualTo("a b  c");
        assertThat(AgentText.line("x".repeat(100_000))).hasSize(1000);
        assertThat(AgentText.line(null)).isEmpty();
    }

    @Test
    public void isArchivedWhereAsked() throws Exception {
        WorkflowRun pipeline = JENKINS.buildAndAssertSuccess(pipeline("""
                node('agent') { tool name: '1.24.1', type: 'go' }
                archiveGoToolchains()
                """));
        assertThat(artifact(pipeline)).contains("\"version\":\"1.24.1\"", GO.proxy());
        FreeStyleProject freestyle = JENKINS.createFreeStyleProject();
        freestyle.getPublishersList().add(new ToolchainsArchiver());
        JENKINS.configRoundtrip(freestyle);
        assertThat(freestyle.getPublishersList().get(ToolchainsArchiver.class)).isNotNull();
        assertThat(artifact(JENKINS.buildAndAssertSuccess(freestyle))).contains("\"toolchains\":[]");
    }

    @Test
    public void comesBackFromDisk() throws Exception {
        FreeStyleBuild build = JENKINS.buildAndAssertSuccess(JENKINS.createFreeStyleProject());
        MadeUpUse.add(build, JENKINS.jenkins, "1.24.1", "https://mirror.example.com/go/");
        build.getParent().doReload();
        FreeStyleBuild loaded = JENKINS.jenkins.getItemByFullName(build.getParent().getFullName(), FreeStyleProject.class).getLastBuild();
        assertThat(loaded).isNotSameAs(build);
        assertThat(loaded.getAction(GoToolchainsAction.class).getRun()).isSameAs(loaded);
        assertThat(JENKINS.getJSON(loaded.getUrl() + "go-toolchains/api/json").getJSONObject().toString())
                .contains("\"home\":\"/store/go1.24.1\"", "\"archiveSha256\":\"" + "ab".repeat(32) + "\"", "record 7 of sum.example.com");
    }

    @Test
    public void theFirstFormOfARecordIsStillRead() {
        GoToolchainsAction record = (GoToolchainsAction) Run.XSTREAM2.fromXML("""
                <io.jenkins.plugins.gotoolchain.jenkins.record.GoToolchainsAction plugin="go-toolchain@0.1">
                  <uses>
                    <io.jenkins.plugins.gotoolchain.jenkins.record.ToolchainUse>
                      <node>agent</node>
                      <version>1.24.1</version>
                      <time>1700000000000</time>
                      <platform>linux/amd64</platform>
                      <home>/agent/tools/go-toolchain/go1.24.1.linux-amd64</home>
                      <asked>1.24.x</asked>
                      <how>newest of 1.24</how>
                      <source>goproxy:https://go.dev/dl/mod</source>
                      <archive>v0.0.1-go1.24.1.linux-amd64.zip</archive>
                      <archiveSha256>ab</archiveSha256>
                      <evidence>
                        <io.jenkins.plugins.gotoolchain.jenkins.record.ToolchainEvidence>
                          <kind>sumdb</kind>
                          <how>h1:abc</how>
                        </io.jenkins.plugins.gotoolchain.jenkins.record.ToolchainEvidence>
                      </evidence>
                      <treeDigest>cd</treeDigest>
                      <installedAt>2026-01-31T23:59:59Z</installedAt>
                      <installedNow>true</installedNow>
                      <fetched>82828868</fetched>
                      <aFieldOfANewerVersion>x</aFieldOfANewerVersion>
                    </io.jenkins.plugins.gotoolchain.jenkins.record.ToolchainUse>
                  </uses>
                  <leftOut>0</leftOut>
                </io.jenkins.plugins.gotoolchain.jenkins.record.GoToolchainsAction>
                """);
        ToolchainUse use = record.getToolchains().get(0);
        assertThat(use.getAsked()).isEqualTo("1.24.x");
        assertThat(use.getEvidence()).extracting(ToolchainEvidence::getHow).containsExactly("h1:abc");
        assertThat(use.getFetched()).isEqualTo(82828868);
    }

    @Test
    public void aRecordThatLacksWhatCameLaterIsStillRead() {
        GoToolchainsAction record = (GoToolchainsAction) Run.XSTREAM2.fromXML("""
                <io.jenkins.plugins.gotoolchain.jenkins.record.GoToolchainsAction>
                  <uses><io.jenkins.plugins.gotoolchain.jenkins.record.ToolchainUse><version>1.24.1</version></io.jenkins.plugins.gotoolchain.jenkins.record.ToolchainUse></uses>
                </io.jenkins.plugins.gotoolchain.jenkins.record.GoToolchainsAction>
                """);
        ToolchainUse use = record.getToolchains().get(0);
        assertThat(use.getEvidence()).isEmpty();
        assertThat(use.getSource()).isEmpty();
        assertThat(use.getNode()).isEmpty();
        assertThat(record.add(MadeUpUse.of(JENKINS.jenkins, "1.24.1", "elsewhere"))).isTrue();
    }

    @Test
    public void keepsAsManyUsesAsAPageCanShow() {
        GoToolchainsAction record = new GoToolchainsAction();
        for (int i = 0; i < 250; i++) {
            record.add(MadeUpUse.of(JENKINS.jenkins, "1.24.1", "source " + i));
        }
        assertThat(record.getToolchains()).hasSize(200);
        assertThat(record.getLeftOut()).isEqualTo(50);
    }

    private static String artifact(Run<?, ?> run) throws Exception {
        try (InputStream in = run.getArtifactManager().root().child("go-toolchains.json").open()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static ToolchainUse only(Run<?, ?> run) {
        GoToolchainsAction record = run.getAction(GoToolchainsAction.class);
        assertThat(record).isNotNull();
        assertThat(record.getToolchains()).hasSize(1);
        return record.getToolchains().get(0);
    }

    private static WorkflowJob pipeline(String script) throws Exception {
        WorkflowJob job = JENKINS.createProject(WorkflowJob.class);
        job.setDefinition(new CpsFlowDefinition(script, true));
        return job;
    }
}
