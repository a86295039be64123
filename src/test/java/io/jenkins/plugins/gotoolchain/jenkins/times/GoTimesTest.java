package io.jenkins.plugins.gotoolchain.jenkins.times;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.model.Node;
import hudson.model.Run;
import io.jenkins.plugins.gotoolchain.buildcache.CacheTally;
import io.jenkins.plugins.gotoolchain.gocache.CacheNews;
import io.jenkins.plugins.gotoolchain.jenkins.testing.Configured;
import io.jenkins.plugins.gotoolchain.testing.ToolchainFixture;
import net.sf.json.JSONObject;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.Before;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.RuleChain;
import org.jvnet.hudson.test.JenkinsRule;

/** What builds spent with Go, kept and shown. */
public class GoTimesTest {

    private static final ToolchainFixture GO = new ToolchainFixture("1.24.1");
    private static final JenkinsRule JENKINS = Configured.jenkins();

    @ClassRule
    public static final RuleChain RULES = RuleChain.outerRule(GO).around(JENKINS);

    private FreeStyleProject job;

    @Before
    public void configure() throws Exception {
        Configured.with(GO);
        job = JENKINS.createFreeStyleProject();
    }

    @Test
    public void aBlockTakesDownWhatItsToolchainAndItsCachesTook() throws Exception {
        WorkflowJob pipeline = JENKINS.createProject(WorkflowJob.class);
        pipeline.setDefinition(new CpsFlowDefinition("""
                node {
                  withGo('1.24.1') {
                    sh 'd=$GOMODCACHE/cache/download/x/@v; mkdir -p "$d"; touch "$d/v1.0.0.info"; head -c 2048 /dev/zero >"$d/v1.0.0.zip"'
                  }
                }
                """, true));
        WorkflowRun run = JENKINS.buildAndAssertSuccess(pipeline);
        GoTimesAction times = run.getAction(GoTimesAction.class);
        assertThat(times.getWork()).hasSize(2);
        GoWork toolchain = times.getWork().get(0);
        assertThat(toolchain.getVersion()).isEqualTo("1.24.1");
        assertThat(toolchain.getDownload()).isPositive();
        assertThat(toolchain.getFetchedBytes()).isPositive();
        GoWork block = times.getWork().get(1);
        assertThat(block.getVersion()).isEqualTo("1.24.1");
        assertThat(block.getModules()).isEqualTo(1);
        assertThat(block.getModuleBytes()).isEqualTo(2048);
        assertThat(block.isCounted()).isFalse();
    }

    @Test
    public void theBuildsPageHasABarAndItsPageTheWhole() throws Exception {
        FreeStyleBuild build = built(1_000);
        try (JenkinsRule.WebClient client = Configured.reader(JENKINS)) {
            String page = client.getPage(build).getWebResponse().getContentAsString();
            assertThat(page).contains("go-times-bar", "Modules 1.0 s", "Compile 3.0 s", ": 4.0 s")
                    .contains("12 modules downloaded (1.0 MiB)", "1,234 build results made")
                    .contains("1,000 found on the node, 200 in the shared cache, 34 nowhere")
                    .contains("x=\"250\"").contains("width=\"750\"");
            assertThat(client.getPage(build, "go-times/").getWebResponse().getContentAsString())
                    .contains("Go 1.24.1", "go-times-bar", "Compile 3.0 s");
        }
    }

    @Test
    public void whatANodeSaysIsEscapedAndItsNumbersAreHeldWithinReason() throws Exception {
        FreeStyleBuild build = JENKINS.buildAndAssertSuccess(job);
        GoTimesAction.add(build, GoWork.of("<i>node</i>", "<b>1.24.1</b>",
                new CacheNews(-5, Long.MIN_VALUE, Integer.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE, -1),
                new CacheTally(Long.MAX_VALUE, -1, 0, Long.MAX_VALUE, 0, 0, Long.MAX_VALUE)));
        GoWork sum = build.getAction(GoTimesAction.class).getSum();
        assertThat(sum.getModules()).isZero();
        assertThat(sum.getModuleBytes()).isZero();
        assertThat(sum.total()).isPositive();
        try (JenkinsRule.WebClient client = Configured.reader(JENKINS)) {
            assertThat(client.getPage(build, "go-times/").getWebResponse().getContentAsString())
                    .doesNotContain("<b>1.24.1", "<i>node");
        }
    }

    @Test
    public void theJobsPageHasTheLastBuildsSideBySide() throws Exception {
        FreeStyleBuild first = built(1_000);
        JENKINS.buildAndAssertSuccess(job);
        FreeStyleBuild last = built(2_000);
        try (JenkinsRule.WebClient client = Configured.reader(JENKINS)) {
            String page = client.getPage(job).getWebResponse().getContentAsString();
            assertThat(page).contains("go-times-trend", "The last builds; the longest took 8.0 s")
                    .contains(first.getUrl() + "go-times/", last.getUrl() + "go-times/")
                    .contains("#1: Modules 1.0 s; Compile 3.0 s; 12 modules downloaded (1.0 MiB)");
            String table = client.getPage(job, "go-times/").getWebResponse().getContentAsString();
            assertThat(table).contains("8.0 s", "4.0 s", "1,234 build results made");
        }
    }

    @Test
    public void aJobWithoutGoShowsNothing() throws Exception {
        JENKINS.buildAndAssertSuccess(job);
        JENKINS.buildAndAssertSuccess(job);
        try (JenkinsRule.WebClient client = Configured.reader(JENKINS)) {
            assertThat(client.getPage(job).getWebResponse().getContentAsString()).doesNotContain("go-times");
            assertThat(client.getPage(job, "go-times/").getWebResponse().getContentAsString())
                    .contains("None of the last builds had to do with Go.");
        }
    }

    @Test
    public void bothAreInTheRestApiAndAListOfJobsReadsNoBuilds() throws Exception {
        FreeStyleBuild build = built(1_000);
        JSONObject sum = JENKINS.getJSON(build.getUrl() + "go-times/api/json").getJSONObject().getJSONObject("sum");
        assertThat(sum.getLong("compile")).isEqualTo(3_000);
        assertThat(sum.getLong("hits")).isEqualTo(1_000);
        JSONObject times = JENKINS.getJSON(job.getUrl() + "go-times/api/json").getJSONObject();
        assertThat(times.getJSONArray("builds").getJSONObject(0).getJSONObject("sum").getLong("moduleDownload")).isEqualTo(1_000);
        assertThat(JENKINS.getJSON(job.getUrl() + "api/json?depth=3").getJSONObject().getJSONArray("actions").toString())
                .doesNotContain("moduleDownload");
    }

    @Test
    public void manyBlocksAreSummedUpAndTheFirstOnesShown() throws Exception {
        FreeStyleBuild build = JENKINS.buildAndAssertSuccess(job);
        for (int i = 0; i < 250; i++) {
            GoTimesAction.add(build, work(10));
        }
        GoTimesAction times = build.getAction(GoTimesAction.class);
        assertThat(times.getWork()).hasSize(200);
        assertThat(times.getSum().getCompile()).isEqualTo(250 * 30);
        try (JenkinsRule.WebClient client = Configured.reader(JENKINS)) {
            assertThat(client.getPage(build, "go-times/").getWebResponse().getContentAsString())
                    .contains("50 more are only in the sum");
        }
    }

    @Test
    public void theRecordIsReadAgainFromDisk() throws Exception {
        FreeStyleBuild build = built(1_000);
        build.reload();
        assertThat(build.getAction(GoTimesAction.class).getSum().getCompile()).isEqualTo(3_000);
    }

    private FreeStyleBuild built(long millis) throws Exception {
        FreeStyleBuild build = JENKINS.buildAndAssertSuccess(job);
        GoTimesAction.add(build, work(millis));
        return build;
    }

    private static GoWork work(long millis) {
        Node node = JENKINS.jenkins;
        return GoWork.of(node.getNodeName(), "1.24.1", new CacheNews(12, 1 << 20, 0, 0, millis, 0),
                new CacheTally(1_000, 200, 34, 1_234, 0, 0, 3 * millis));
    }
}
