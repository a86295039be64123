package io.jenkins.plugins.gotoolchain.jenkins.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import hudson.model.Slave;
import io.jenkins.plugins.gotoolchain.jenkins.configuration.EngineSettings;
import io.jenkins.plugins.gotoolchain.jenkins.node.LookAround;
import io.jenkins.plugins.gotoolchain.jenkins.node.StoreFolder;
import io.jenkins.plugins.gotoolchain.jenkins.testing.Configured;
import io.jenkins.plugins.gotoolchain.testing.ToolchainFixture;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.junit.ClassRule;
import org.junit.Test;
import org.jvnet.hudson.test.InboundAgentRule;
import org.jvnet.hudson.test.JenkinsRule;

/** A node that comes up is looked at, and nothing there is changed by that. */
public class NodeWarmUpTest {

    @ClassRule
    public static final ToolchainFixture GO = new ToolchainFixture("1.24.1");

    @ClassRule
    public static final JenkinsRule JENKINS = Configured.jenkins();

    @ClassRule
    public static final InboundAgentRule AGENTS = new InboundAgentRule();

    @Test
    public void itLooksAtWhatIsThereAndChangesNothing() throws Exception {
        Slave agent = AGENTS.createAgent(JENKINS, InboundAgentRule.Options.newBuilder().name("agent").build());
        Configured.with(GO);
        LookAround look = new LookAround(EngineSettings.current());
        assertThat(StoreFolder.of(agent).act(look)).as("nothing was installed yet").isNull();
        assertThat(StoreFolder.of(agent).exists()).isFalse();

        WorkflowJob job = JENKINS.createProject(WorkflowJob.class);
        job.setDefinition(new CpsFlowDefinition("node('agent') { withGo('1.24.1') { } }", true));
        JENKINS.buildAndAssertStatus(Result.SUCCESS, job);
        Path store = Path.of(StoreFolder.of(agent).getRemote());
        Object used = Files.getLastModifiedTime(store.resolve(".lock/go1.24.1.linux-amd64.used"));
        assertThat(StoreFolder.of(agent).act(look).version().text()).isEqualTo("1.24.1");
        assertThat(Files.getLastModifiedTime(store.resolve(".lock/go1.24.1.linux-amd64.used"))).as("it is no use of it").isEqualTo(used);

        Files.writeString(store.resolve("go1.24.1.linux-amd64/bin/go"), "evil");
        assertThat(StoreFolder.of(agent).act(look)).isNull();
        assertThat(store.resolve("go1.24.1.linux-amd64")).as("putting aside is for whoever asks for it").isDirectory();
        NodeWarmUp.lookAround(agent);
    }
}
