package io.jenkins.plugins.gotoolchain.jenkins.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import hudson.model.Run;
import hudson.model.Slave;
import io.jenkins.plugins.gotoolchain.jenkins.configuration.GoToolchainConfiguration;
import io.jenkins.plugins.gotoolchain.jenkins.testing.Configured;
import io.jenkins.plugins.gotoolchain.testing.ToolchainFixture;
import net.sf.json.JSONObject;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.jvnet.hudson.test.InboundAgentRule;
import org.jvnet.hudson.test.JenkinsRule;

/** A build with Go that failed has on its page what its log shows. */
public class GoCausesTest {

    private static final String TRUNCATED = "echo \"gzip: stdin: unexpected end of file\"";

    private static final String OWN_GO = "writeFile(file: 'said', text: 'gzip: stdin: unexpected end of file\\n"
            + "go: downloading go1.23.4 (linux/amd64)\\n')\nsh 'cat said; exit 1'";

    @ClassRule
    public static final ToolchainFixture GO = new ToolchainFixture("1.24.1");

    @ClassRule
    public static final JenkinsRule JENKINS = Configured.jenkins();

    @ClassRule
    public static final InboundAgentRule AGENTS = new InboundAgentRule();

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
        Run<?, ?> run = JENKINS.buildAndAssertStatus(result, job);
        JENKINS.waitUntilNoActivity();
        return run;
    }

    private static Run<?, ?> failed() throws Exception {
        return build("withGo('1.24.1') { sh '" + TRUNCATED + "; mytool-go version; exit 1' }", Result.FAILURE);
    }

    private static String page(Run<?, ?> run, String path) throws Exception {
        return Configured.reader(JENKINS).goTo(run.getUrl() + path).asNormalizedText();
    }

    @Test
    public void aFailedBuildSaysWhatItsLogShows() throws Exception {
        Run<?, ?> run = failed();
        assertThat(run.getAction(GoCausesAction.class).getCauses()).extracting(SeenCause::getRule).containsExactly("archive-truncated");
        assertThat(page(run, "")).contains("An archive ends too early").contains("gzip: stdin: unexpected end of file")
                .contains("To do: Verify the archive");
        long number = run.getAction(GoCausesAction.class).getFirst().getLines().get(0).getNumber();
        assertThat(page(run, "go-causes/")).contains("An archive ends too early").contains(Long.toString(number));
        String text = Configured.reader(JENKINS).goTo(run.getUrl() + "consoleText", "text/plain").getWebResponse().getContentAsString();
        assertThat(text.lines().toList().get((int) number - 1)).contains("gzip: stdin: unexpected end of file");
    }

    @Test
    public void theRestApiHasItToo() throws Exception {
        Run<?, ?> run = failed();
        JSONObject json = JENKINS.getJSON(run.getUrl() + "go-causes/api/json?depth=2").getJSONObject();
        JSONObject cause = json.getJSONArray("causes").getJSONObject(0);
        assertThat(cause.getString("rule")).isEqualTo("archive-truncated");
        assertThat(cause.getJSONArray("lines").getJSONObject(0).getString("text")).isEqualTo("gzip: stdin: unexpected end of file");
    }

    @Test
    public void itIsKeptWithTheBuild() throws Exception {
        Run<?, ?> run = failed();
        run.reload();
        assertThat(run.getAction(GoCausesAction.class).getFirst().getProblem()).startsWith("An archive ends too early");
        assertThat(page(run, "")).contains("An archive ends too early");
    }

    @Test
    public void anUnstableBuildToo() throws Exception {
        Run<?, ?> run = build("withGo('1.24.1') { sh '" + TRUNCATED + "' }\n currentBuild.result = 'UNSTABLE'", Result.UNSTABLE);
        assertThat(run.getAction(GoCausesAction.class)).isNotNull();
    }

    @Test
    public void whatSucceededOrHadNoGoOrShowsNothingHasNone() throws Exception {
        assertThat(build("withGo('1.24.1') { sh '" + TRUNCATED + "' }", Result.SUCCESS).getAction(GoCausesAction.class)).isNull();
        assertThat(build("sh '" + TRUNCATED + "; exit 1'", Result.FAILURE).getAction(GoCausesAction.class)).isNull();
        assertThat(build("withGo('1.24.1') { sh 'exit 1' }", Result.FAILURE).getAction(GoCausesAction.class)).isNull();
    }

    @Test
    public void aBuildWithAGoOfItsOwnIsExplainedToo() throws Exception {
        Run<?, ?> run = build(OWN_GO, Result.FAILURE);
        assertThat(run.getAction(GoCausesAction.class).getCauses()).extracting(SeenCause::getRule).contains("archive-truncated");
        assertThat(page(run, "")).contains("go: downloading go1.23.4 (linux/amd64)");
    }

    @Test
    public void unlessThatIsSwitchedOff() throws Exception {
        GoToolchainConfiguration.get().setExplainOtherBuilds(false);
        Run<?, ?> run = build(OWN_GO, Result.FAILURE);
        assertThat(run.getAction(GoCausesAction.class)).isNull();
    }

    @Test
    public void aToolchainThatCouldNotBeProvidedIsOnThePageWithItsCause() throws Exception {
        Run<?, ?> run = build("withGo('1.24.9') { }", Result.FAILURE);
        SeenCause first = run.getAction(GoCausesAction.class).getFirst();
        assertThat(first.getRule()).isEqualTo("toolchain-not-provided");
        assertThat(first.getProblem()).startsWith("Go could not be provided on agent: there is no Go 1.24.9");
    }

    @Test
    public void whatTheLogHasIsShownAsText() throws Exception {
        Run<?, ?> run = build("withGo('1.24.1') { sh 'echo \"curl: (6) Could not resolve host: <script>alert(1)</script>\"; exit 1' }", Result.FAILURE);
        assertThat(page(run, "")).contains("<script>alert(1)</script>");
    }
}
