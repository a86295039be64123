package io.jenkins.plugins.gotoolchain.jenkins.trust;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import hudson.model.Run;
import hudson.model.Slave;
import hudson.tools.ToolLocationNodeProperty;
import io.jenkins.plugins.gotoolchain.jenkins.configuration.ControllerFolder;
import io.jenkins.plugins.gotoolchain.jenkins.configuration.GoToolchainConfiguration;
import io.jenkins.plugins.gotoolchain.jenkins.configuration.ReceiptSettings;
import io.jenkins.plugins.gotoolchain.jenkins.testing.Configured;
import io.jenkins.plugins.gotoolchain.jenkins.tool.GoInstallation;
import io.jenkins.plugins.gotoolchain.store.ReceiptSigner;
import io.jenkins.plugins.gotoolchain.store.ToolchainStore;
import io.jenkins.plugins.gotoolchain.testing.ToolchainFixture;
import java.nio.file.Files;
import java.nio.file.Path;
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

/** Where receipts have to be signed. */
public class ReceiptSigningTest {

    @ClassRule
    public static final ToolchainFixture GO = new ToolchainFixture("1.24.1");

    @ClassRule
    public static final JenkinsRule JENKINS = Configured.jenkins();

    @ClassRule
    public static final InboundAgentRule AGENTS = new InboundAgentRule();

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private static Slave agent;

    private final ReceiptSigner baker = ReceiptSigner.generate();
    private GoToolchainConfiguration configuration;

    @BeforeClass
    public static void startAgent() throws Exception {
        agent = AGENTS.createAgent(JENKINS, InboundAgentRule.Options.newBuilder().name("agent").build());
    }

    @Before
    public void configure() throws Exception {
        configuration = Configured.with(GO);
        agent.getRootPath().child("tools").deleteRecursive();
        agent.getNodeProperties().removeAll(ToolLocationNodeProperty.class);
    }

    private void demand(String keys) {
        ReceiptSettings settings = new ReceiptSettings();
        settings.setSigned(true);
        settings.setKeys(keys);
        configuration.setReceipts(settings);
    }

    private static String pem(ReceiptSigner signer) {
        return "-----BEGIN PUBLIC KEY-----\n" + signer.key().encoded() + "\n-----END PUBLIC KEY-----\n";
    }

    private static Path home() {
        return Path.of(agent.getRemoteFS(), "tools/go-toolchain/go1.24.1.linux-amd64");
    }

    private static Run<?, ?> build(Result result) throws Exception {
        return run("withGo('1.24.1') { sh 'go version' }", result);
    }

    private static Run<?, ?> run(String steps, Result result) throws Exception {
        WorkflowJob job = JENKINS.createProject(WorkflowJob.class);
        job.setDefinition(new CpsFlowDefinition("node('agent') { " + steps + " }", true));
        return JENKINS.buildAndAssertStatus(result, job);
    }

    @Test
    public void whatIsInstalledIsSignedByTheControllerAndUsedFromThenOn() throws Exception {
        demand(null);
        JENKINS.assertLogContains("installed from", build(Result.SUCCESS));
        assertThat(home().resolve(".receipt.sig")).content().startsWith("ed25519 " + ReceiptSigning.get().keys().get(0).id());
        JENKINS.assertLogContains("is here", build(Result.SUCCESS));
    }

    @Test
    public void whatWasThereBeforeIsInstalledAnew() throws Exception {
        build(Result.SUCCESS);
        demand(null);
        Run<?, ?> run = build(Result.SUCCESS);
        JENKINS.assertLogContains("is stale: its receipt is not signed", run);
        JENKINS.assertLogContains("installed from", run);
        JENKINS.assertLogContains("is here", build(Result.SUCCESS));
    }

    @Test
    public void aReceiptThatWasEditedByHandIsNotBelieved() throws Exception {
        demand(null);
        build(Result.SUCCESS);
        Path receipt = home().resolve(".receipt.json");
        Files.writeString(receipt, Files.readString(receipt).replace("goproxy:", "goproxy:https://"));
        Files.delete(home().resolve(".stamp"));
        Run<?, ?> run = build(Result.SUCCESS);
        JENKINS.assertLogContains("and of what it says now", run);
        JENKINS.assertLogContains("installed from", run);
    }

    @Test
    public void theKeyOutlivesARestartAndIsNotOnTheDiskInClear() throws Exception {
        demand(null);
        assertThat(new ReceiptSigning(ControllerFolder.path()).keys()).isEqualTo(ReceiptSigning.get().keys());
        assertThat(ControllerFolder.path().resolve("receipt-key.xml")).content()
                .doesNotContain("MC4CAQAwBQYDK2Vw").contains("<key>{");
    }

    @Test
    public void anImageThatItsMakerSignedIsUsedAndOthersAreNot() throws Exception {
        build(Result.SUCCESS);
        Path bakery = folder.getRoot().toPath().toRealPath();
        Path image = bakery.resolve("go1.24.1.linux-amd64");
        Files.move(home(), image);
        Configured.tool().setInstallations(new GoInstallation("1.24.1", null, List.of()));
        agent.getNodeProperties().replace(new ToolLocationNodeProperty(List.of(
                new ToolLocationNodeProperty.ToolLocation(Configured.tool(), "1.24.1", image.toString()))));
        String use = "sh \"${tool name: '1.24.1', type: 'go'}/bin/go version\"";
        run(use, Result.SUCCESS);

        demand(pem(baker));
        Run<?, ?> unsigned = run(use, Result.FAILURE);
        JENKINS.assertLogContains("is not used: its receipt is not signed, and has to be by " + baker.key().id(), unsigned);
        JENKINS.assertLogNotContains("\tat ", unsigned);

        ToolchainStore store = new ToolchainStore(bakery);
        store.sign(store.find(store.list().get(0).version(), store.list().get(0).platform(), line -> {}).orElseThrow(), baker);
        JENKINS.assertLogContains("go version go1.24.1", run(use, Result.SUCCESS));

        demand(pem(ReceiptSigner.generate()));
        JENKINS.assertLogContains("no signature under its receipt is by", run(use, Result.FAILURE));
    }

    @Test
    public void aKeyThatCannotBeReadStopsBuildsWithTheReason() throws Exception {
        demand("hello");
        Run<?, ?> run = build(Result.FAILURE);
        JENKINS.assertLogContains("There is no public key in the keys of receipts", run);
        JENKINS.assertLogNotContains("\tat ", run);
    }
}
