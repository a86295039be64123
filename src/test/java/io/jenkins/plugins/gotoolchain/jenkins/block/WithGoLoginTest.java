package io.jenkins.plugins.gotoolchain.jenkins.block;

import static io.jenkins.plugins.gotoolchain.jenkins.block.Pipelines.on;
import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.jenkins.plugins.sshcredentials.impl.BasicSSHUserPrivateKey;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl;
import hudson.FilePath;
import hudson.model.Result;
import io.jenkins.plugins.gotoolchain.jenkins.testing.Configured;
import io.jenkins.plugins.gotoolchain.testing.ToolchainFixture;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.jenkinsci.plugins.workflow.test.steps.SemaphoreStep;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.RuleChain;
import org.jvnet.hudson.test.InboundAgentRule;
import org.jvnet.hudson.test.JenkinsRule;

/** The login for private proxies: where it is to be found while the block runs, and nowhere else ever. */
public class WithGoLoginTest {

    private static final String SECRET = "s3cr3t'/pass%w0rd";
    private static final String LOGIN = "withGo(version: '1.24.1', credentialsId: 'proxy', goproxy: 'https://proxy.example.com:8443,off',"
            + " goprivate: 'git.example.com/team,*.other.example.com')";

    private static final ToolchainFixture GO = new ToolchainFixture("1.24.1");
    private static final JenkinsRule JENKINS = Configured.jenkins();
    private static final InboundAgentRule AGENTS = new InboundAgentRule();

    @ClassRule
    public static final RuleChain RULES = RuleChain.outerRule(GO).around(JENKINS).around(AGENTS);

    @BeforeClass
    public static void startAgent() throws Exception {
        AGENTS.createAgent(JENKINS, Pipelines.agent("one"));
        SystemCredentialsProvider.getInstance().getCredentials()
                .add(new UsernamePasswordCredentialsImpl(CredentialsScope.GLOBAL, "proxy", "", "robot", SECRET));
        SystemCredentialsProvider.getInstance().getCredentials()
                .add(new UsernamePasswordCredentialsImpl(CredentialsScope.GLOBAL, "blank", "", "robot", "two words"));
    }

    @Before
    public void configure() {
        Configured.with(GO);
    }

    @Test
    public void theGoCommandFindsItInANetrcFileThatOnlyTheAgentMayRead() throws Exception {
        WorkflowRun build = Pipelines.started(JENKINS, on("one", LOGIN + " { sh '''set +x\n"
                + "stat -c '%a %n' \"$(dirname \"$NETRC\")\" \"$NETRC\"\n"
                + "test \"$(cut -d' ' -f1-4 \"$NETRC\" | tr '\\\\n' ';')\" = 'machine proxy.example.com:8443 login robot;machine"
                + " proxy.example.com login robot;machine git.example.com login robot;' && echo hosts are right\n"
                + "echo \"auth $GOAUTH, password $(head -n 1 \"$NETRC\" | cut -d' ' -f6)\"\n"
                + "''' }"));
        assertThat(Pipelines.log(JENKINS, Result.SUCCESS, build))
                .containsPattern("700 \\S+@tmp/go-login-\\S+\n600 \\S+@tmp/go-login-\\S+/netrc\n")
                .contains("hosts are right\nauth netrc, password ****\n")
                .contains("[go] The login \"proxy\" is for proxy.example.com:8443, git.example.com in this block");
        assertGone(build);
    }

    @Test
    public void gitFindsItForPrivateHosts() throws Exception {
        assertThat(Pipelines.log(JENKINS, on("one", "withEnv(['GIT_CONFIG_COUNT=1', 'GIT_CONFIG_KEY_0=a.b', 'GIT_CONFIG_VALUE_0=kept']) { "
                        + LOGIN + " { sh '''set +x\n"
                        + "command -v git >/dev/null || { echo 'username=robot password=**** kept (no git here)'; exit 0; }\n"
                        + "printf 'protocol=https\\\\nhost=git.example.com\\\\n\\\\n' | git credential fill | tail -n 2 | tr '\\\\n' ' '\n"
                        + "git config a.b\n''' } }")))
                .contains("username=robot password=**** kept");
    }

    @Test
    public void noFormOfItIsInTheLogOrInWhatJenkinsKeeps() throws Exception {
        WorkflowRun build = Pipelines.started(JENKINS, on("one", LOGIN + " { sh '''set +x\n"
                + "p=$(head -n 1 \"$NETRC\" | cut -d' ' -f6); echo \"plain $p\"\n"
                + "printf 'basic %s\\\\n' $(printf 'robot:%s' \"$p\" | base64)\n"
                + "cat \"$(dirname \"$NETRC\")/git\"\n''' \n semaphore 'inside' }"));
        SemaphoreStep.waitForStart("inside/1", build);
        assertNowhere(build.getRootDir().toPath());
        SemaphoreStep.success("inside/1", null);
        assertThat(Pipelines.log(JENKINS, Result.SUCCESS, build))
                .contains("plain ****").contains("basic ****").contains("https://robot:****@git.example.com");
        assertNowhere(build.getRootDir().toPath());
    }

    @Test
    public void itIsGoneAfterABodyThatFails() throws Exception {
        WorkflowRun build = Pipelines.started(JENKINS, on("one", LOGIN + " { error 'broken' }"));
        Pipelines.log(JENKINS, Result.FAILURE, build);
        assertGone(build);
    }

    @Test
    public void itIsGoneAfterAnAbort() throws Exception {
        WorkflowRun build = Pipelines.started(JENKINS, on("one", LOGIN + " { sh 'test -f \"$NETRC\" && echo it is here; sleep 600' }"));
        JENKINS.waitForMessage("it is here", build);
        build.getExecutor().interrupt();
        Pipelines.log(JENKINS, Result.ABORTED, build);
        assertGone(build);
    }

    @Test
    public void credentialsThatAreNotThereAreNamed() throws Exception {
        assertThat(Pipelines.failure(JENKINS, on("one", "withGo(version: '1.24.1', credentialsId: 'nobody', goprivate: 'git.example.com') { }")))
                .contains("ERROR: There are no credentials \"nobody\" that this build may use");
    }

    @Test
    public void aLoginForNoHostIsRefused() throws Exception {
        assertThat(Pipelines.failure(JENKINS, on("one", "withGo(version: '1.24.1', credentialsId: 'proxy', goproxy: 'http://plain.example.com') { }")))
                .contains("ERROR: withGo has a credentialsId, but nothing to log in to");
    }

    @Test
    public void aPasswordThatANetrcFileCannotHoldIsRefused() throws Exception {
        assertThat(Pipelines.failure(JENKINS, on("one", "withGo(version: '1.24.1', credentialsId: 'blank', goprivate: 'git.example.com') { }")))
                .contains("ERROR: The credentials \"blank\" cannot be written for the go command")
                .doesNotContain("two words");
    }

    private static void assertGone(WorkflowRun build) throws Exception {
        FilePath temporary = JENKINS.jenkins.getNode("one").getWorkspaceFor(build.getParent()).withSuffix("@tmp");
        List<FilePath> left = temporary.list();
        assertThat(left == null ? List.of() : left).noneMatch(file -> file.getName().startsWith("go-login-"));
    }

    private static void assertNowhere(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                assertThat(text.contains(SECRET) || text.contains("s3cr3t")).as(file.toString()).isFalse();
            }
        }
    }

    /** The ssh here is a program of ours that says what it is asked: there is no server of that name. */
    @Test
    public void gitIsLedToSshWithAPrivateKey() throws Exception {
        for (String passphrase : List.of("", "open sesame's")) {
            Path folder = Files.createTempDirectory("key");
            Path key = folder.resolve("key");
            assertThat(new ProcessBuilder("ssh-keygen", "-q", "-t", "ed25519", "-N", passphrase, "-f", key.toString()).start().waitFor()).isZero();
            String id = passphrase.isEmpty() ? "key" : "locked-key";
            SystemCredentialsProvider.getInstance().getCredentials().add(new BasicSSHUserPrivateKey(CredentialsScope.GLOBAL, id, "git",
                    new BasicSSHUserPrivateKey.DirectEntryPrivateKeySource(Files.readString(key)), passphrase, ""));
            Path ssh = Files.writeString(folder.resolve("ssh"), "#!/bin/sh\necho \"ssh: $@\" >&2\nssh-keygen -y -P \"$("
                    + "[ -z \"$SSH_ASKPASS\" ] || \"$SSH_ASKPASS\")\" -f \"$2\" >&2\nexit 1\n");
            assertThat(ssh.toFile().setExecutable(true)).isTrue();
            String log = Pipelines.log(JENKINS, on("one", "withEnv(['PATH+SSH=" + folder + "']) { withGo(version: '1.24.1', credentialsId: '" + id
                    + "', goprivate: 'git.example.com/team') { sh 'stat -c %a $(dirname \"$GIT_SSH_COMMAND\" | sed \"s/.*ssh -i .//\");"
                    + " git ls-remote https://git.example.com/team/x || true; git ls-remote https://127.0.0.1:1/y || true' } }"
                    + "\nsh 'ls ../*@tmp'"));
            assertThat(log)
                    .contains("[go] The login \"" + id + "\" is for git.example.com in this block\n")
                    .contains("\n700\n")
                    .containsPattern("ssh: -i /[^ ]*/go-login-[^ ]*/key -o IdentitiesOnly=yes -o ControlMaster=no"
                            + (passphrase.isEmpty() ? " -o BatchMode=yes" : "") + " (-o SendEnv=GIT_PROTOCOL )?git@git.example.com git-upload-pack '/?team/x'")
                    .contains(Files.readString(Path.of(key + ".pub")).split(" ")[1])
                    .doesNotContain("PRIVATE KEY").doesNotContain("ssh: -i /127.0.0.1");
            assertThat(log.substring(log.indexOf("// withGo"))).doesNotContain("go-login-");
        }
        assertThat(Pipelines.failure(JENKINS, on("one", "withGo(version: '1.24.1', credentialsId: 'key', goproxy: 'https://proxy.example.com') { sh 'true' }")))
                .contains("goprivate names no host that git would be led to");
    }
}
