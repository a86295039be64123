package io.jenkins.plugins.gotoolchain.jenkins.trust;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.ExtensionList;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.Slave;
import hudson.security.AuthorizationStrategy;
import io.jenkins.plugins.gotoolchain.failure.DisagreementException;
import io.jenkins.plugins.gotoolchain.failure.DisagreementException.Statement;
import io.jenkins.plugins.gotoolchain.jenkins.configuration.ControllerFolder;
import io.jenkins.plugins.gotoolchain.jenkins.testing.Configured;
import io.jenkins.plugins.gotoolchain.testing.ToolchainFixture;
import io.jenkins.plugins.gotoolchain.testing.ToolchainTree;
import java.net.URL;
import java.util.List;
import jenkins.model.Jenkins;
import org.htmlunit.HttpMethod;
import org.htmlunit.WebRequest;
import org.htmlunit.html.HtmlForm;
import org.htmlunit.html.HtmlPage;
import org.htmlunit.util.NameValuePair;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.junit.After;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.jvnet.hudson.test.InboundAgentRule;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;

/** Two agents that bring other bytes for the same version, each with evidence of its own: the second one fails, loudly. */
public class TrustAlarmTest {

    @ClassRule
    public static final ToolchainFixture GO = new ToolchainFixture("1.24.1");

    @ClassRule
    public static final ToolchainFixture OTHER =
            new ToolchainFixture().with(new ToolchainTree("1.24.1").file("README.md", "not what the others have\n"));

    @ClassRule
    public static final JenkinsRule JENKINS = Configured.jenkins();

    @ClassRule
    public static final InboundAgentRule AGENTS = new InboundAgentRule();

    private static Slave first;
    private static Slave second;

    @BeforeClass
    public static void startAgents() throws Exception {
        first = AGENTS.createAgent(JENKINS, InboundAgentRule.Options.newBuilder().name("first").build());
        second = AGENTS.createAgent(JENKINS, InboundAgentRule.Options.newBuilder().name("second").build());
    }

    @Before
    public void forget() throws Exception {
        for (Slave agent : List.of(first, second)) {
            agent.getRootPath().child("tools").deleteRecursive();
        }
        for (TrustAlarm alarm : TrustAlarms.get().all()) {
            monitor().doForget(alarm.getId());
        }
        for (String kind : List.of("archive", "module")) {
            FirstBytes.get().forget("Go 1.24.1 for linux/amd64 (as " + (kind.equals("module") ? "a " : "an ") + kind + ")");
        }
    }

    @After
    public void open() {
        JENKINS.jenkins.setAuthorizationStrategy(new AuthorizationStrategy.Unsecured());
    }

    private static TrustAlarmMonitor monitor() {
        return ExtensionList.lookupSingleton(TrustAlarmMonitor.class);
    }

    private static Run<?, ?> build(Slave agent, Result result) throws Exception {
        WorkflowJob job = JENKINS.createProject(WorkflowJob.class);
        job.setDefinition(new CpsFlowDefinition(
                "node('" + agent.getNodeName() + "') { withGo('1.24.1') { sh 'go version' } }", true));
        return JENKINS.buildAndAssertStatus(result, job);
    }

    private static Run<?, ?> disagree() throws Exception {
        Configured.with(GO);
        build(first, Result.SUCCESS);
        Configured.with(OTHER);
        return build(second, Result.FAILURE);
    }

    @Test
    public void anAgentThatBringsOtherBytesFailsEvenWhereItsOwnEvidenceWouldDo() throws Exception {
        Run<?, ?> run = disagree();
        JENKINS.assertLogContains(GO.moduleHash("1.24.1") + " says first, which brought it first", run);
        JENKINS.assertLogContains(OTHER.moduleHash("1.24.1") + " says second, which has it now, from goproxy:" + OTHER.proxy(), run);
        JENKINS.assertLogContains("to do: a release never changes", run);
        JENKINS.assertLogNotContains("go version go1.24.1", run);
        JENKINS.assertLogNotContains("\tat ", run);
    }

    @Test
    public void theSameBytesFromElsewhereAreFine() throws Exception {
        Configured.withSite(GO);
        build(first, Result.SUCCESS);
        build(second, Result.SUCCESS);
        Configured.with(GO);
        assertThat(monitor().isActivated()).isFalse();
    }

    @Test
    public void administratorsAreToldUntilTheyHaveSeenIt() throws Exception {
        assertThat(monitor().isActivated()).isFalse();
        Run<?, ?> run = disagree();
        assertThat(monitor().isActivated()).isTrue();
        assertThat(Configured.reader(JENKINS).goTo("manage").asNormalizedText())
                .contains("What is known of a Go toolchain disagrees").contains("Go 1.24.1 for linux/amd64 (as a module)");
        HtmlPage page = JENKINS.createWebClient().goTo(monitor().getUrl() + "/");
        assertThat(page.asNormalizedText()).contains(GO.moduleHash("1.24.1")).contains(OTHER.moduleHash("1.24.1"))
                .contains("Noticed on second").contains(run.getFullDisplayName()).contains("Raised once");
        JENKINS.submit(form(page, "seen"));
        assertThat(monitor().isActivated()).isFalse();
        assertThat(Configured.reader(JENKINS).goTo(monitor().getUrl() + "/").asNormalizedText()).contains("Seen by");
    }

    @Test
    public void theSameAgainIsCountedAndNotShownTwice() throws Exception {
        disagree();
        build(second, Result.FAILURE);
        assertThat(TrustAlarms.get().open()).hasSize(1);
        assertThat(TrustAlarms.get().open().get(0).getTimes()).isEqualTo(2);
        monitor().doSeen(TrustAlarms.get().open().get(0).getId());
        build(second, Result.FAILURE);
        assertThat(TrustAlarms.get().open()).as("after it was seen it is news again").hasSize(1);
    }

    @Test
    public void anAdministratorMayHaveTheFirstOnesForgotten() throws Exception {
        disagree();
        JENKINS.submit(form(JENKINS.createWebClient().goTo(monitor().getUrl() + "/"), "forget"));
        assertThat(monitor().isActivated()).isFalse();
        build(second, Result.SUCCESS);
        JENKINS.assertLogContains("says second, which brought it first", build(first, Result.FAILURE));
    }

    @Test
    public void alarmsOutliveARestart() throws Exception {
        disagree();
        List<TrustAlarm> kept = new TrustAlarms(ControllerFolder.path()).all();
        assertThat(kept).extracting(TrustAlarm::getAbout).contains("Go 1.24.1 for linux/amd64 (as a module)");
        assertThat(kept.get(0).getStatements()).hasSize(2);
    }

    @Test
    public void onlyAdministratorsMaySeeOrEndThem() throws Exception {
        disagree();
        String id = TrustAlarms.get().open().get(0).getId();
        JENKINS.jenkins.setSecurityRealm(JENKINS.createDummySecurityRealm());
        JENKINS.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.ADMINISTER).everywhere().to("admin").grant(Jenkins.READ).everywhere().to("reader"));
        assertThat(status("reader", HttpMethod.GET, "", id)).isEqualTo(403);
        assertThat(status("reader", HttpMethod.POST, "seen", id)).isEqualTo(403);
        assertThat(status("reader", HttpMethod.POST, "forget", id)).isEqualTo(403);
        assertThat(status("admin", HttpMethod.GET, "seen", id)).isIn(404, 405);
        assertThat(status("admin", HttpMethod.GET, "forget", id)).isIn(404, 405);
        assertThat(monitor().isActivated()).isTrue();
        assertThat(status("admin", HttpMethod.POST, "seen", "no such")).isEqualTo(200);
        assertThat(monitor().isActivated()).isTrue();
        assertThat(status("admin", HttpMethod.POST, "seen", id)).isEqualTo(200);
        assertThat(monitor().isActivated()).isFalse();
    }

    @Test
    public void whatAnAgentMakesUpIsShownAsTextAndBounded() throws Exception {
        String evil = "<script>alert(1)</script>\n\u202e" + "x".repeat(5000);
        TrustAlarms.get().raise(
                new DisagreementException(
                        "problem", evil, List.of(new Statement(evil, evil), new Statement("b", "c")), "advice"),
                null, null);
        TrustAlarm alarm = TrustAlarms.get().open().get(0);
        assertThat(alarm.getAbout()).hasSizeLessThanOrEqualTo(1000).doesNotContain("\n").doesNotContain("\u202e");
        HtmlPage page = Configured.reader(JENKINS).goTo(monitor().getUrl() + "/");
        assertThat(page.asNormalizedText()).contains("<script>alert(1)</script>");
    }

    private static HtmlForm form(HtmlPage page, String action) {
        return page.getForms().stream().filter(one -> one.getActionAttribute().equals(action)).findFirst().orElseThrow();
    }

    private static int status(String user, HttpMethod method, String action, String id) throws Exception {
        JenkinsRule.WebClient client = Configured.reader(JENKINS).withThrowExceptionOnFailingStatusCode(false).login(user);
        WebRequest request = new WebRequest(new URL(JENKINS.getURL(), monitor().getUrl() + "/" + action), method);
        if (!action.isEmpty()) {
            request.setRequestParameters(List.of(new NameValuePair("id", id)));
        }
        client.addCrumb(request);
        return client.getPage(request).getWebResponse().getStatusCode();
    }
}
