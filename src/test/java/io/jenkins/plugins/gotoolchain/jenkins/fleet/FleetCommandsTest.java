package io.jenkins.plugins.gotoolchain.jenkins.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.cli.CLICommandInvoker;
import hudson.cli.CLICommandInvoker.Result;
import hudson.model.Slave;
import io.jenkins.plugins.gotoolchain.jenkins.configuration.GoToolchainConfiguration;
import io.jenkins.plugins.gotoolchain.jenkins.testing.Configured;
import io.jenkins.plugins.gotoolchain.testing.ToolchainFixture;
import jenkins.model.Jenkins;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.jvnet.hudson.test.InboundAgentRule;
import org.jvnet.hudson.test.JenkinsRule;

/** gvm's verbs for all nodes, over Jenkins' own command line. */
public class FleetCommandsTest {

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
    }

    private static Result run(String command, String... arguments) {
        return new CLICommandInvoker(JENKINS, command).authorizedTo(Jenkins.ADMINISTER, hudson.model.Computer.EXTENDED_READ)
                .invokeWithArgs(arguments);
    }

    @Test
    public void installListUseAndUninstall() throws Exception {
        Result installed = run("go-install", "1.24.1", "1.23.9", "--node", "agent");
        assertThat(installed.returnCode()).as(installed.stderr()).isZero();
        assertThat(installed.stdout()).contains("agent: Go 1.24.1: installed in ").contains("agent: Go 1.23.9: installed in ");
        FleetInventory.get().askNow(agent);
        assertThat(run("go-list", "--label", "linux").stdout()).contains("agent\t1.24.1 1.23.9");
        assertThat(run("go-use", "1.24.x", "--node", "agent").stdout()).contains("agent\tGOROOT=").contains("go1.24.1.linux-amd64");
        assertThat(run("go-verify", "1.24.1", "--node", "agent").stdout()).contains("as they were proven");
        assertThat(run("go-uninstall", "1.24.1", "--label", "linux").stdout()).contains("agent: Go 1.24.1: removed");
        assertThat(run("go-prune", "--node", "agent").returnCode()).isZero();
    }

    @Test
    public void listallSaysWhatIsSupported() {
        Result all = run("go-listall");
        assertThat(all.returnCode()).as(all.stderr()).isZero();
        assertThat(all.stdout()).contains("\tsupported");
    }

    @Test
    public void defaultIsSaidAndSet() {
        assertThat(run("go-default").stdout()).isEqualToIgnoringNewLines("none");
        assertThat(run("go-default", "1.24.x").returnCode()).isZero();
        assertThat(GoToolchainConfiguration.get().getDefaultVersion()).isEqualTo("1.24.x");
        assertThat(run("go-default", "none").returnCode()).isZero();
        assertThat(GoToolchainConfiguration.get().getDefaultVersion()).isNull();
        Result wrong = run("go-default", "neither");
        assertThat(wrong.returnCode()).isNotZero();
        assertThat(wrong.stderr()).contains("neither").doesNotContain("\tat ");
    }

    @Test
    public void badUsageSaysWhat() {
        assertThat(run("go-install", "1.24.1").stderr()).contains("Say on which nodes");
        assertThat(run("go-install", "x", "--all").stderr()).contains("x").doesNotContain("\tat ");
        assertThat(run("go-install", "1.24.1", "--node", "nowhere").stderr()).contains("There is no node \"nowhere\"");
        assertThat(run("go-install", "1.24.1", "--label", "a &&").stderr()).contains("is no expression of labels");
        assertThat(run("go-install", "1.24.1", "--label", "nobody").stderr()).contains("No node has the label");
        Result failed = run("go-install", "1.22.1", "--node", "agent");
        assertThat(failed.returnCode()).isEqualTo(1);
        assertThat(failed.stderr()).contains("agent: Go 1.22.1: FAILED: ");
    }

    @Test
    public void onlyAdministratorsChangeSomething() {
        for (String command : new String[] {"go-install", "go-uninstall", "go-verify"}) {
            Result refused = new CLICommandInvoker(JENKINS, command).authorizedTo(Jenkins.READ, Jenkins.SYSTEM_READ)
                    .invokeWithArgs("1.24.1", "--all");
            assertThat(refused.returnCode()).as(command).isEqualTo(6);
        }
    }
}
