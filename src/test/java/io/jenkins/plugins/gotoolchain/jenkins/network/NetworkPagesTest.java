package io.jenkins.plugins.gotoolchain.jenkins.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.jenkins.support.api.Container;
import com.cloudbees.jenkins.support.api.Content;
import hudson.ExtensionList;
import hudson.model.Computer;
import hudson.model.Node;
import hudson.model.Result;
import hudson.model.Slave;
import io.jenkins.plugins.gotoolchain.jenkins.configuration.GoToolchainConfiguration;
import io.jenkins.plugins.gotoolchain.jenkins.configuration.ModuleProxyEntry;
import io.jenkins.plugins.gotoolchain.jenkins.configuration.SiteEntry;
import io.jenkins.plugins.gotoolchain.jenkins.testing.Configured;
import io.jenkins.plugins.gotoolchain.testing.FaultyServer;
import io.jenkins.plugins.gotoolchain.testing.Fault;
import io.jenkins.plugins.gotoolchain.testing.ToolchainFixture;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import jenkins.model.Jenkins;
import org.htmlunit.HttpMethod;
import org.htmlunit.Page;
import org.htmlunit.WebRequest;
import org.htmlunit.html.HtmlPage;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.After;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.jvnet.hudson.test.InboundAgentRule;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;

/** How nodes reach the sources, as people see it. */
public class NetworkPagesTest {

    @ClassRule
    public static final ToolchainFixture GO = new ToolchainFixture("1.24.1");

    @ClassRule
    public static final JenkinsRule JENKINS = Configured.jenkins();

    @ClassRule
    public static final InboundAgentRule AGENTS = new InboundAgentRule();

    private static Slave agent;

    @BeforeClass
    public static void startAgent() throws Exception {
        agent = AGENTS.createAgent(JENKINS, InboundAgentRule.Options.newBuilder().name("agent").build());
    }

    @Before
    public void configure() throws Exception {
        Configured.with(GO);
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

    /** Waits for the answers without a limit of its own: a check has one. */
    private static void await(Node... nodes) throws Exception {
        for (Node node : nodes) {
            while (NetworkChecks.get().isRunning(node) || NetworkChecks.get().last(node) == null) {
                Thread.onSpinWait();
            }
        }
    }

    @Test
    public void allNodesAndTheControllerAreInOneTable() throws Exception {
        JenkinsRule.WebClient admin = as("admin");
        assertThat(post(admin, "manage/go-network/check").getWebResponse().getStatusCode()).isEqualTo(200);
        await(JENKINS.jenkins, agent);
        HtmlPage page = admin.goTo("manage/go-network/");
        assertThat(page.asNormalizedText()).contains("goproxy:" + GO.proxy()).contains("agent").contains("can serve");
        HtmlPage own = admin.goTo("computer/agent/go-network/");
        assertThat(own.asNormalizedText()).contains("Go 1.24.1 among them").contains("connected");
        assertThat(admin.goTo("manage/").asNormalizedText()).contains("Go network");
    }

    @Test
    public void onlyWhoMaySeeANodeSeesItsNetwork() throws Exception {
        NetworkChecks.get().start(agent);
        await(agent);
        JenkinsRule.WebClient reader = as("reader");
        assertThat(reader.goTo("manage/go-network/").asNormalizedText()).doesNotContain("agent").doesNotContain(GO.proxy());
        assertThat(reader.getPage(JENKINS.getURL() + "computer/agent/go-network/").getWebResponse().getStatusCode()).isEqualTo(403);
        assertThat(post(reader, "manage/go-network/check").getWebResponse().getStatusCode()).isEqualTo(403);
        assertThat(post(reader, "computer/agent/go-network/check").getWebResponse().getStatusCode()).isEqualTo(403);
        JenkinsRule.WebClient admin = as("admin");
        assertThat(admin.getPage(JENKINS.getURL() + "computer/agent/go-network/check").getWebResponse().getStatusCode()).isNotEqualTo(200);
    }

    @Test
    public void aNodeThatIsAwaySaysSo() throws Exception {
        Slave away = JENKINS.createSlave("away", "away", null);
        NetworkChecks.get().start(away);
        await(away);
        assertThat(as("admin").goTo("manage/go-network/").asNormalizedText()).contains("is offline");
        JENKINS.jenkins.removeNode(away);
    }

    @Test
    public void theSupportBundleHasItWithoutSecrets() throws Exception {
        GoToolchainConfiguration.get().setSources(List.of(
                new ModuleProxyEntry("https://" + "someone:hidden-word@proxy.invalid/mod"), new ModuleProxyEntry(GO.proxy())));
        NetworkChecks.get().start(agent);
        await(agent);
        ByteArrayOutputStream bundle = new ByteArrayOutputStream();
        NetworkSupport component = ExtensionList.lookupSingleton(NetworkSupport.class);
        component.addContents(new Container() {
            @Override
            public void add(Content content) {
                try {
                    content.writeTo(bundle);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        });
        assertThat(bundle.toString(StandardCharsets.UTF_8))
                .contains("== agent").contains("goproxy:" + GO.proxy()).contains("proxy.invalid")
                .doesNotContain("hidden-word").doesNotContain("someone");
        assertThat(component.getRequiredPermissions()).containsExactly(Jenkins.ADMINISTER);
    }

    @Test
    public void theStepSaysItInTheLog() throws Exception {
        GoToolchainConfiguration configuration = GoToolchainConfiguration.get();
        try (FaultyServer broken = FaultyServer.start().always("/go/", Fault.status(503, "Service Unavailable"))) {
            List<io.jenkins.plugins.gotoolchain.jenkins.configuration.GoSource> sources = new ArrayList<>(configuration.getSources());
            sources.add(new SiteEntry(broken.uri("/go/").toString()));
            configuration.setSources(sources);
            String log = run(Result.SUCCESS, "echo 'gzip: stdin: unexpected end of file'\n"
                    + "echo \"serves: ${goDiagnose(version: '1.24.1', html: 'report.html')}\"\n"
                    + "echo readFile('report.html').substring(0, 15)");
            assertThat(log).contains("[go] ").contains("server-fault").contains("serves: false").contains("An archive ends too early")
                    .contains("<!DOCTYPE html>");
        }
        assertThat(run(Result.FAILURE, "goDiagnose(version: 'x')")).contains("x").doesNotContain("\tat ");
    }

    private static String run(Result result, String steps) throws Exception {
        WorkflowJob job = JENKINS.createProject(WorkflowJob.class);
        job.setDefinition(new CpsFlowDefinition("node('agent') {\n" + steps + "\n}", true));
        WorkflowRun build = JENKINS.buildAndAssertStatus(result, job);
        return JenkinsRule.getLog(build);
    }
}
