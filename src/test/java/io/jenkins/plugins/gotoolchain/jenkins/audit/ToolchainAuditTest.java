package io.jenkins.plugins.gotoolchain.jenkins.audit;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.ExtensionList;
import hudson.model.Node;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.Slave;
import hudson.tools.ToolLocationNodeProperty;
import hudson.util.StreamTaskListener;
import io.jenkins.plugins.gotoolchain.jenkins.configuration.AuditSettings;
import io.jenkins.plugins.gotoolchain.jenkins.configuration.GoToolchainConfiguration;
import io.jenkins.plugins.gotoolchain.jenkins.testing.Configured;
import io.jenkins.plugins.gotoolchain.jenkins.tool.GoInstallation;
import io.jenkins.plugins.gotoolchain.jenkins.trust.TrustAlarmMonitor;
import io.jenkins.plugins.gotoolchain.testing.ToolchainFixture;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
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

/** What was changed on an agent so that neither size nor time say so. */
public class ToolchainAuditTest {

    @ClassRule
    public static final ToolchainFixture GO = new ToolchainFixture("1.24.1");

    @ClassRule
    public static final JenkinsRule JENKINS = Configured.jenkins();

    @ClassRule
    public static final InboundAgentRule AGENTS = new InboundAgentRule();

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private static Slave agent;

    private GoToolchainConfiguration configuration;

    @BeforeClass
    public static void startAgent() throws Exception {
        agent = AGENTS.createAgent(JENKINS, InboundAgentRule.Options.newBuilder().name("agent").build());
    }

    @Before
    public void configure() throws Exception {
        configuration = Configured.with(GO);
        agent.getRootPath().child("tools").deleteRecursive();
        AuditSettings settings = new AuditSettings();
        settings.setMebibytesPerSecond(0);
        configuration.setAudit(settings);
        agent.getNodeProperties().removeAll(ToolLocationNodeProperty.class);
    }

    private static TrustAlarmMonitor monitor() {
        return ExtensionList.lookupSingleton(TrustAlarmMonitor.class);
    }

    private static Run<?, ?> build(Result result) throws Exception {
        WorkflowJob job = JENKINS.createProject(WorkflowJob.class);
        job.setDefinition(new CpsFlowDefinition("node('agent') { withGo('1.24.1') { sh 'go version' } }", true));
        return JENKINS.buildAndAssertStatus(result, job);
    }

    private static String audit() throws Exception {
        return audit(new AuditedLocations());
    }

    private static String audit(AuditedLocations locations) throws Exception {
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        new AuditRound(locations, new StreamTaskListener(log, StandardCharsets.UTF_8)).run();
        return log.toString(StandardCharsets.UTF_8);
    }

    private static void tamper(Path file) throws Exception {
        FileTime time = Files.getLastModifiedTime(file);
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 1] ^= 1;
        Files.write(file, bytes);
        Files.setLastModifiedTime(file, time);
    }

    private Path home() {
        return Path.of(agent.getRemoteFS(), "tools/go-toolchain/go1.24.1.linux-amd64");
    }

    private String page() throws Exception {
        return Configured.reader(JENKINS).goTo(monitor().getUrl() + "/").asNormalizedText();
    }

    @Test
    public void whatIsSoundIsReadAndLeftAlone() throws Exception {
        build(Result.SUCCESS);
        assertThat(audit()).contains("agent: 1 toolchains read, 0 of them changed");
        assertThat(audit()).contains("agent: 0 toolchains read, 0 of them changed; 1 were read recently");
        assertThat(home()).isDirectory();
    }

    @Test
    public void aTamperedOneIsPutAsideBeforeTheNextBuildGetsIt() throws Exception {
        build(Result.SUCCESS);
        tamper(home().resolve("bin/go"));
        assertThat(audit()).contains("agent: 1 toolchains read, 1 of them changed");
        assertThat(home()).doesNotExist();
        assertThat(monitor().isActivated()).isTrue();
        assertThat(page()).contains("was changed after it was verified").contains("bin/go").contains("other bytes");
        JENKINS.assertLogContains("installed from", build(Result.SUCCESS));
        assertThat(audit()).contains("1 toolchains read, 0 of them changed");
    }

    @Test
    public void aTamperedImageIsKeptFromBuildsUntilItIsSoundAgain() throws Exception {
        build(Result.SUCCESS);
        Path image = folder.getRoot().toPath().resolve("image");
        Files.move(home(), image);
        locate(image);
        build(Result.SUCCESS);
        assertThat(audit()).contains("1 toolchains read, 0 of them changed");

        tamper(image.resolve("bin/go"));
        assertThat(audit()).contains("1 toolchains read, 1 of them changed");
        assertThat(image).as("it is not ours to move").isDirectory();
        Run<?, ?> run = use(Result.FAILURE);
        JENKINS.assertLogContains("was changed after it was verified: bin/go (other bytes)", run);
        JENKINS.assertLogNotContains("\tat ", run);

        tamper(image.resolve("bin/go"));
        assertThat(audit()).contains("1 toolchains read, 0 of them changed");
        use(Result.SUCCESS);
    }

    @Test
    public void whatIsGivenForANodeIsNotReadTooOften() throws Exception {
        build(Result.SUCCESS);
        Path image = folder.getRoot().toPath().resolve("image");
        Files.move(home(), image);
        locate(image);
        AuditedLocations locations = new AuditedLocations();
        assertThat(audit(locations)).contains("agent: 1 toolchains read");
        assertThat(audit(locations)).contains("agent: 0 toolchains read");
    }

    @Test
    public void aNodeThatIsAwayIsLeftOutAndANodeWithoutAnythingIsNoTrouble() throws Exception {
        Node away = JENKINS.createSlave("away", "", null);
        try {
            assertThat(audit()).contains("agent: 0 toolchains read").doesNotContain("away");
        } finally {
            JENKINS.jenkins.removeNode(away);
        }
    }

    @Test
    public void itCanBeTurnedOff() throws Exception {
        AuditSettings off = new AuditSettings();
        off.setEveryHours(0);
        configuration.setAudit(off);
        build(Result.SUCCESS);
        tamper(home().resolve("bin/go"));
        assertThat(audit()).contains("turned off");
        assertThat(home()).isDirectory();
    }

    private void locate(Path image) throws Exception {
        Configured.tool().setInstallations(new GoInstallation("1.24.1", null, List.of()));
        agent.getNodeProperties().replace(new ToolLocationNodeProperty(List.of(
                new ToolLocationNodeProperty.ToolLocation(Configured.tool(), "1.24.1", image.toString()))));
    }

    private static Run<?, ?> use(Result result) throws Exception {
        WorkflowJob job = JENKINS.createProject(WorkflowJob.class);
        job.setDefinition(new CpsFlowDefinition(
                "node('agent') { sh \"${tool name: '1.24.1', type: 'go'}/bin/go version\" }", true));
        return JENKINS.buildAndAssertStatus(result, job);
    }
}
