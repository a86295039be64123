package io.jenkins.plugins.gotoolchain.jenkins.block;

import static io.jenkins.plugins.gotoolchain.jenkins.block.Pipelines.on;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.Assume.assumeTrue;

import hudson.FilePath;
import hudson.Launcher;
import hudson.LauncherDecorator;
import hudson.Proc;
import hudson.model.Node;
import io.jenkins.plugins.gotoolchain.jenkins.testing.Configured;
import io.jenkins.plugins.gotoolchain.jenkins.tool.GoInstallation;
import io.jenkins.plugins.gotoolchain.testing.ToolchainFixture;
import io.jenkins.plugins.gotoolchain.testing.ToolchainTree;
import java.io.File;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jenkinsci.plugins.workflow.steps.BodyExecutionCallback;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.jenkinsci.plugins.workflow.steps.StepExecutions;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.RuleChain;
import org.junit.rules.TemporaryFolder;
import org.jvnet.hudson.test.InboundAgentRule;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.TestExtension;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** A block proves its Go where it will run things, before it runs any. */
public class WithGoLaunchTest {

    private static final File COUNT = new File("target", "with-go-launch-" + ProcessHandle.current().pid()).getAbsoluteFile();

    private static final ToolchainFixture GO = new ToolchainFixture("1.24.1")
            .with(new ToolchainTree("1.23.1").script("echo 'Illegal instruction' >&2; exit 132"))
            .with(new ToolchainTree("1.23.2").script("echo go version go1.19.4 linux/amd64"))
            .with(new ToolchainTree("1.23.3").script(
                    "[ \"$1\" != version ] || { echo . >> '" + COUNT + "'; echo go version go1.23.3 linux/amd64; }"));
    private static final JenkinsRule JENKINS = Configured.jenkins();
    private static final InboundAgentRule AGENTS = new InboundAgentRule();

    @ClassRule
    public static final RuleChain RULES = RuleChain.outerRule(GO).around(JENKINS).around(AGENTS);

    @Rule
    public final TemporaryFolder temporary = new TemporaryFolder();

    private File store;

    @BeforeClass
    public static void startAgent() throws Exception {
        AGENTS.createAgent(JENKINS, Pipelines.agent("one"));
    }

    @Before
    public void configure() throws Exception {
        store = temporary.newFolder("store").getCanonicalFile();
        Configured.with(GO).setStoreRoot(store.getPath());
    }

    @Test
    public void oneThatCannotRunOnThisCpuIsNamedBeforeTheBodyRuns() throws Exception {
        assertThat(Pipelines.failure(JENKINS, on("one", "withGo('1.23.1') { sh 'echo the body ran' }")))
                .contains("ERROR: Go 1.23.1 is on one, but it does not run there the way this block runs things: the CPU does not"
                        + " know an instruction in it.\n  tried: " + store + "/go1.23.1.linux-amd64/bin/go version, which ended with"
                        + " 132: Illegal instruction\n  to do: use another node")
                .doesNotContain("the body ran");
    }

    @Test
    public void oneThatSaysItIsAnotherOneIsRefused() throws Exception {
        assertThat(Pipelines.failure(JENKINS, on("one", "withGo('1.23.2') { sh 'echo the body ran' }")))
                .contains("says that it is Go 1.19.4.\n  to do: find out what puts another Go in its place there")
                .doesNotContain("the body ran");
    }

    @Test
    public void itIsAskedOnceABuildAndNode() throws Exception {
        Files.deleteIfExists(COUNT.toPath());
        String twice = on("one", "withGo('1.23.3') { withGo('1.24.1') { } }\nwithGo('1.23.3') { }");
        Pipelines.log(JENKINS, twice);
        assertThat(COUNT.toPath()).hasContent(".\n");
        Pipelines.log(JENKINS, twice);
        assertThat(COUNT.toPath()).hasContent(".\n.\n");
        Files.delete(COUNT.toPath());
    }

    @Test
    public void aContainerThatCannotSeeTheStoreGetsItsOwnInTheWorkspace() throws Exception {
        assertThat(Pipelines.log(JENKINS, on("one", "inContainer('" + store + "') { withGo('1.24.1') {\n"
                        + "sh 'go version; echo root $GOROOT'\n"
                        + "withGo('1.24.1') { sh 'go version' } }\n"
                        + "withGo('1.24.1') { sh 'go version' } }")))
                .contains("[go] " + store + "/go1.24.1.linux-amd64 on one cannot be seen where this block runs, in a container: once more in ")
                .containsPattern("\nroot \\S+@tmp/go-toolchain/go1\\.24\\.1\\.linux-amd64\n")
                .contains("+ go version\ngo version go1.24.1 linux/amd64\n")
                .containsOnlyOnce("cannot be seen");
    }

    @Test
    public void aContainerWithAPathOfItsOwnHasGoOnItAllTheSame() throws Exception {
        assertThat(Pipelines.log(JENKINS, on("one", "inContainer('/nowhere') { withGo('1.24.1') { sh 'command -v go; go version' } }")))
                .contains(store + "/go1.24.1.linux-amd64/bin/go\n+ go version\ngo version go1.24.1 linux/amd64\n")
                .doesNotContain("cannot be seen");
    }

    @Test
    public void aContainerThatSeesNeitherFailsAndIsToldWhatToMount() throws Exception {
        assertThat(Pipelines.failure(JENKINS, on("one", "inContainer('/') { withGo('1.24.1') { sh 'echo the body ran' } }")))
                .contains("it is not to be seen, or what it needs to be loaded is missing")
                .contains("  to do: where this runs in a container, mount the workspace and its @tmp folder into it")
                .doesNotContain("the body ran");
    }

    @Test
    public void aMountNamespaceThatHidesTheStoreGetsItsOwnInTheWorkspace() throws Exception {
        Process tried = new ProcessBuilder("unshare", "-m", "true").redirectErrorStream(true).start();
        assumeTrue("did not run: no mount namespace can be made here", tried.waitFor() == 0);
        assertThat(Pipelines.log(JENKINS, on("one", "inContainer(hidden: '" + store + "', mounts: true) { withGo('1.24.1') {\n"
                        + "sh 'go version; echo root $GOROOT; ls -A " + store + "' } }")))
                .contains(" on one cannot be seen where this block runs, in a container: once more in ")
                .containsPattern("\nroot \\S+@tmp/go-toolchain/go1\\.24\\.1\\.linux-amd64\n\\+ ls -A \\S+\n\\[Pipeline\\]");
    }

    @Test
    public void aFixedHomeThatTheContainerCannotSeeSaysWhatToDo() throws Exception {
        Pipelines.log(JENKINS, on("one", "withGo('1.24.1') { }"));
        Path home = store.toPath().resolve("go1.24.1.linux-amd64");
        GoInstallation.DescriptorImpl tool = JENKINS.jenkins.getDescriptorByType(GoInstallation.DescriptorImpl.class);
        tool.setInstallations(new GoInstallation("baked", home.toString(), null));
        try {
            assertThat(Pipelines.failure(JENKINS, on("one", "inContainer('" + store + "') { withGo('baked') { } }")))
                    .contains("ERROR: The home of the Go \"baked\" is not to be seen where this block runs")
                    .contains("to do: mount that home into the container");
        } finally {
            tool.setInstallations();
        }
    }

    /**
     * {@code inContainer('/hidden') { }}: launches things as in a container that has a path of its own, and in which a folder
     * of the node is not to be seen. What names that folder ends as a shell's unknown command does; or, with
     * {@code mounts: true}, a file system is mounted over it.
     */
    public static final class ContainerStep extends Step {

        private final String hidden;
        private boolean mounts;

        @DataBoundConstructor
        public ContainerStep(String hidden) {
            this.hidden = hidden;
        }

        @DataBoundSetter
        public void setMounts(boolean mounts) {
            this.mounts = mounts;
        }

        @Override
        public StepExecution start(StepContext context) {
            return StepExecutions.block(context, (outer, invoker) -> invoker
                    .withContext(new Inside(hidden, mounts))
                    .withCallback(BodyExecutionCallback.wrap(outer)));
        }

        private static final class Inside extends LauncherDecorator implements Serializable {

            private static final long serialVersionUID = 1L;

            private final String hidden;
            private final boolean mounts;

            Inside(String hidden, boolean mounts) {
                this.hidden = hidden;
                this.mounts = mounts;
            }

            @Override
            public Launcher decorate(Launcher launcher, Node node) {
                return new Launcher.DecoratedLauncher(launcher) {
                    @Override
                    public Proc launch(ProcStarter starter) throws IOException {
                        List<String> environment = new ArrayList<>(List.of(starter.envs()));
                        environment.removeIf(one -> one.startsWith("PATH="));
                        starter.envs(environment.toArray(new String[0]));
                        if (mounts) {
                            List<String> command = new ArrayList<>(List.of("unshare", "-m", "/bin/sh", "-c",
                                    "mount -t tmpfs none \"$0\" && exec \"$@\"", hidden));
                            command.addAll(starter.cmds());
                            starter.cmds(command);
                        } else if (starter.cmds().stream().anyMatch(one -> one.startsWith(hidden))) {
                            starter.cmds("/bin/sh", "-c", "echo; echo not found: \"$0\" >&2; exit 127", hidden);
                            starter.masks((boolean[]) null);
                        }
                        return super.launch(starter);
                    }
                };
            }
        }

        @TestExtension
        public static final class DescriptorImpl extends StepDescriptor {
            @Override
            public String getFunctionName() {
                return "inContainer";
            }

            @Override
            public boolean takesImplicitBlockArgument() {
                return true;
            }

            @Override
            public Set<? extends Class<?>> getRequiredContext() {
                return Set.of(FilePath.class);
            }
        }
    }
}
