package io.jenkins.plugins.gotoolchain.jenkins.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.FreeStyleProject;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.Slave;
import io.jenkins.plugins.gotoolchain.jenkins.testing.Configured;
import io.jenkins.plugins.gotoolchain.testing.ToolchainFixture;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import net.sf.json.JSONObject;
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

/** What {@code goProvenance} writes, and when it writes nothing. */
public class ProvenanceTest {

    /** Of the six bytes {@code hello} and a newline. */
    private static final String HELLO = "5891b5b522d5df086d0ff0b110fbd9d21bb4fc7163af34d08286a2e846f6be03";

    @ClassRule
    public static final ToolchainFixture GO = new ToolchainFixture("1.24.1", "1.23.6");

    @ClassRule
    public static final JenkinsRule JENKINS = Configured.jenkins();

    @ClassRule
    public static final InboundAgentRule AGENTS = new InboundAgentRule();

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @BeforeClass
    public static void startAgent() throws Exception {
        Slave agent = AGENTS.createAgent(JENKINS, InboundAgentRule.Options.newBuilder().name("agent").build());
        assertThat(agent).isNotNull();
    }

    @Before
    public void configure() {
        Configured.with(GO);
    }

    private static Run<?, ?> build(String steps, Result result) throws Exception {
        WorkflowJob job = JENKINS.createProject(WorkflowJob.class);
        job.setDefinition(new CpsFlowDefinition("node('agent') { " + steps + " }", true));
        return JENKINS.buildAndAssertStatus(result, job);
    }

    private static File artifact(Run<?, ?> run) {
        return new File(run.getArtifactsDir(), ProvenanceRecorder.FILE);
    }

    private static Run<?, ?> twoToolchains() throws Exception {
        return build("withGo('1.24.1') { writeFile file: 'dist/hello', text: 'hello\\n' }\n withGo('1.23.6') { }\n"
                + "writeFile file: 'other', text: 'x'\n goProvenance('dist/**')", Result.SUCCESS);
    }

    @Test
    public void itNamesFilesToolchainsDigestsSourcesAndEvidence() throws Exception {
        Run<?, ?> run = twoToolchains();
        JSONObject statement = JSONObject.fromObject(Files.readString(artifact(run).toPath()));
        JSONObject subject = statement.getJSONArray("subject").getJSONObject(0);
        assertThat(statement.getJSONArray("subject").size()).isEqualTo(1);
        assertThat(subject.getString("name")).isEqualTo("dist/hello");
        assertThat(subject.getJSONObject("digest").getString("sha256")).isEqualTo(HELLO);
        JSONObject predicate = statement.getJSONObject("predicate");
        JSONObject definition = predicate.getJSONObject("buildDefinition");
        assertThat(definition.getJSONObject("externalParameters").getString("job")).isEqualTo(run.getParent().getFullName());
        assertThat(definition.getJSONArray("resolvedDependencies").size()).isEqualTo(2);
        JSONObject go = definition.getJSONArray("resolvedDependencies").getJSONObject(0);
        assertThat(go.getString("uri")).isEqualTo("pkg:generic/go@1.24.1?os=linux&arch=amd64");
        assertThat(go.getString("name")).isEqualTo("v0.0.1-go1.24.1.linux-amd64.zip");
        assertThat(go.getJSONObject("digest").getString("sha256")).hasSize(64);
        assertThat("h1:" + Base64.getEncoder().encodeToString(
                        HexFormat.of().parseHex(go.getJSONObject("digest").getString("goModuleH1"))))
                .isEqualTo(GO.moduleHash("1.24.1"));
        JSONObject annotations = go.getJSONObject("annotations");
        assertThat(annotations.getString("source")).isEqualTo("goproxy:" + GO.proxy());
        assertThat(annotations.getString("node")).isEqualTo("agent");
        assertThat(annotations.getJSONArray("evidence").getJSONObject(0).getString("kind")).isEqualTo("sumdb");
        assertThat(predicate.getJSONObject("runDetails").getJSONObject("metadata").getString("invocationId"))
                .isEqualTo(JENKINS.getURL() + run.getUrl());
        JENKINS.assertLogContains("[go] archived go-provenance.json: 1 files, made with 2 toolchains", run);
    }

    @Test
    public void thePublishedSchemaHolds() throws Exception {
        SchemaChecker checker = SchemaChecker.build(folder.newFolder().toPath());
        Path statement = artifact(twoToolchains()).toPath();
        assertThat(checker.check(statement)).isEqualTo("valid");
        Path wrong = folder.newFile().toPath();
        Files.writeString(wrong, Files.readString(statement).replace("\"builder\"", "\"buildr\""));
        assertThat(checker.check(wrong)).as("it does not call everything valid").contains("buildr");
    }

    @Test
    public void freestyleWritesItAfterTheBuild() throws Exception {
        FreeStyleProject job = JENKINS.createFreeStyleProject();
        job.getPublishersList().add(new ProvenanceRecorder("dist/**"));
        job = JENKINS.configRoundtrip(job);
        assertThat(job.getPublishersList().get(ProvenanceRecorder.class).getSubjects()).isEqualTo("dist/**");
        Run<?, ?> run = JENKINS.buildAndAssertStatus(Result.FAILURE, job);
        JENKINS.assertLogContains("has used no Go toolchain so far", run);
        JENKINS.assertLogNotContains("\tat ", run);
    }

    @Test
    public void withoutAToolchainOrFilesThereIsNothingToWrite() throws Exception {
        Run<?, ?> none = build("writeFile file: 'a', text: 'x'\n goProvenance('a')", Result.FAILURE);
        JENKINS.assertLogContains("has used no Go toolchain so far", none);
        Run<?, ?> nothing = build("withGo('1.24.1') { }\n goProvenance('dist/**')", Result.FAILURE);
        JENKINS.assertLogContains("matches \"dist/**\"", nothing);
        assertThat(artifact(nothing)).doesNotExist();
        JENKINS.assertLogNotContains("\tat ", nothing);
    }

    @Test
    public void linksAreNotFollowed() throws Exception {
        Run<?, ?> run = build("withGo('1.24.1') { }\n writeFile file: 'dist/hello', text: 'hello\\n'\n"
                + "sh 'ln -s /etc/passwd dist/passwd; ln -s / dist/all'\n goProvenance('dist/*, dist/all/etc/hostname')", Result.SUCCESS);
        assertThat(Files.readString(artifact(run).toPath())).contains("dist/hello").doesNotContain("passwd").doesNotContain("hostname");
    }
}
