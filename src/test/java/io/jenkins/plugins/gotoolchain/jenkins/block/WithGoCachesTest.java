package io.jenkins.plugins.gotoolchain.jenkins.block;

import static io.jenkins.plugins.gotoolchain.jenkins.block.Pipelines.on;
import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.model.Item;
import hudson.model.Slave;
import io.jenkins.plugins.gotoolchain.jenkins.configuration.GoCacheSettings;
import io.jenkins.plugins.gotoolchain.jenkins.configuration.GoToolchainConfiguration;
import io.jenkins.plugins.gotoolchain.jenkins.testing.Configured;
import io.jenkins.plugins.gotoolchain.testing.ToolchainFixture;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import jenkins.scm.api.SCMHead;
import jenkins.scm.api.SCMHeadOrigin;
import jenkins.scm.api.mixin.ChangeRequestSCMHead;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
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

/** Where blocks keep modules and build results. */
public class WithGoCachesTest {

    private static final String SHOW = "sh 'echo mod=$GOMODCACHE build=$GOCACHE flags=$GOFLAGS proxy=$GOPROXY.'";

    private static final ToolchainFixture GO = new ToolchainFixture("1.24.1", "1.23.6");
    private static final JenkinsRule JENKINS = Configured.jenkins();
    private static final InboundAgentRule AGENTS = new InboundAgentRule();

    @ClassRule
    public static final RuleChain RULES = RuleChain.outerRule(GO).around(JENKINS).around(AGENTS);

    @Rule
    public final TemporaryFolder temporary = new TemporaryFolder();

    private static Slave agent;

    private static Path caches;

    /** As the plugins for GitHub and others have it for a pull request; here of each job whose name begins so. */
    @TestExtension
    public static final class Heads extends SCMHead.HeadByItem {
        @Override
        public SCMHead getHead(@NonNull Item item) {
            return item.getName().startsWith("fork") ? new Change() : null;
        }
    }

    private static final class Change extends SCMHead implements ChangeRequestSCMHead {
        private static final long serialVersionUID = 1L;

        Change() {
            super("PR-1");
        }

        @Override
        public SCMHeadOrigin getOrigin() {
            return new SCMHeadOrigin.Fork("somebody");
        }

        @Override
        public String getId() {
            return "1";
        }

        @Override
        public SCMHead getTarget() {
            return new SCMHead("main");
        }
    }

    @BeforeClass
    public static void startAgent() throws Exception {
        agent = AGENTS.createAgent(JENKINS, Pipelines.agent("one"));
        caches = Path.of(agent.getRemoteFS(), "caches", "go-toolchain", System.getProperty("user.name"));
    }

    @Before
    public void configure() {
        Configured.with(GO);
    }

    private static String log(String steps) throws Exception {
        return Pipelines.log(JENKINS, on("one", steps));
    }

    private static String log(String job, String steps) throws Exception {
        WorkflowJob made = JENKINS.createProject(WorkflowJob.class, job);
        made.setDefinition(new CpsFlowDefinition(on("one", steps), true));
        return JenkinsRule.getLog(JENKINS.buildAndAssertSuccess(made));
    }

    @Test
    public void allBuildsOfANodeShareModulesAndThoseOfAVersionItsResults() throws Exception {
        String log = log("withGo('1.24.1') { " + SHOW + " }\nwithGo('1.23.6') { " + SHOW + " }");
        assertThat(log)
                .contains("mod=" + caches + "/mod build=" + caches + "/build/go1.24.1.linux-amd64 flags= proxy=.")
                .contains("mod=" + caches + "/mod build=" + caches + "/build/go1.23.6.linux-amd64 flags= proxy=.")
                .doesNotContain("[go] Caches").doesNotContain("in the caches");
    }

    @Test
    public void whatIsNewIsSaidAtTheEnd() throws Exception {
        assertThat(log("withGo('1.24.1') { sh 'd=$GOMODCACHE/cache/download/x/@v; mkdir -p $d; head -c 2048 /dev/zero >$d/v1.0.0.zip' }"))
                .contains("[go] New in the caches: 1 module (2.0 KiB)\n");
    }

    @Test
    public void aJobHasItsOwn() throws Exception {
        String log = log("own", "withGo(version: '1.24.1', cache: 'job') { " + SHOW + " }");
        assertThat(log).contains("[go] Caches of this job: ").contains("mod=" + caches + "/jobs/");
    }

    @Test
    public void whatNobodySharesGoesWithTheBlockAndCanBeDeleted() throws Exception {
        String log = log("alone", "withGo(version: '1.24.1', cache: 'none', goflags: '-v') { " + SHOW + " }\nsh 'ls -a .. ../*@tmp'");
        assertThat(log).contains("@tmp/go-caches-").contains("flags=-v -modcacherw proxy=.");
        try (Stream<Path> left = Files.walk(Path.of(agent.getRemoteFS(), "workspace"))) {
            assertThat(left).noneMatch(path -> path.getFileName().toString().startsWith("go-caches-"));
        }
    }

    @Test
    public void goMayDoAsItDoesByItself() throws Exception {
        assertThat(log("withGo(version: '1.24.1', cache: 'go') { " + SHOW + " }"))
                .contains("mod= build= flags= proxy=.").doesNotContain("[go] Caches").doesNotContain("in the caches");
    }

    @Test
    public void foldersThatABuildHasStayUnlessCachesAreAskedFor() throws Exception {
        assertThat(log("withEnv(['GOCACHE=/x']) { withGo('1.24.1') { " + SHOW + " } }")).contains("mod= build=/x flags= proxy=.");
        assertThat(log("withEnv(['GOCACHE=/x']) { withGo(version: '1.24.1', cache: 'node') { " + SHOW + " } }"))
                .contains("build=" + caches + "/build/go1.24.1.linux-amd64")
                .contains("[go] Caches of this node: GOMODCACHE=" + caches + "/mod, GOCACHE=" + caches + "/build/go1.24.1.linux-amd64\n");
    }

    @Test
    public void aChangeFromAForkReadsTheNodesModulesAndWritesItsOwn() throws Exception {
        log("withGo('1.24.1') { sh 'd=$GOMODCACHE/cache/download/y/@v; mkdir -p $d; echo >$d/v1.0.0.mod; echo v1.0.0 >$d/list' }");
        for (String asked : List.of("'1.24.1'", "version: '1.24.1', cache: 'node'", "version: '1.24.1', cache: 'go'")) {
            String log = log("fork" + Math.abs(asked.hashCode()),
                    "withEnv(['GOPROXY=https://proxy.example.test,direct']) { withGo(" + asked + ") { " + SHOW
                            + "; sh 'find ${GOMODCACHE%mod}seen' } }");
            assertThat(log)
                    .contains("[go] A change from a fork is built. Caches of this job, which reads the node's modules and adds none to them: ")
                    .contains("mod=" + caches + "/jobs/")
                    .containsPattern("proxy=file://" + caches + "/jobs/[0-9a-f]+/seen,https://proxy.example.test,direct\\.")
                    .contains("/seen/y/@v/v1.0.0.mod")
                    .doesNotContain("/seen/y/@v/list");
        }
    }

    @Test
    public void buildResultsAreSharedByAServerWhoseLoginIsInAFile() throws Exception {
        SystemCredentialsProvider.getInstance().getCredentials().add(
                new UsernamePasswordCredentialsImpl(CredentialsScope.GLOBAL, "cache", "", "bob", "s3cr3t-of-bob"));
        GoCacheSettings settings = new GoCacheSettings();
        settings.setServer("https://cache.example.test/go/");
        settings.setServerCredentialsId("cache");
        GoToolchainConfiguration.get().setCaches(settings);
        String log = log("withGo('1.24.1') { sh 'set +x; echo prog=$GOCACHEPROG.; cat ${GOCACHEPROG##* }; unzip -l $(echo $GOCACHEPROG"
                + " | sed \"s/.*-cp //; s/ .*//\")' }\nsh 'ls -A ../*@tmp'");
        assertThat(log)
                .contains("[go] Build results are shared with other agents by cache.example.test\n")
                .containsPattern("prog=/[^ ]*/bin/java -XX:[^\n]* -cp " + caches.getParent() + "/helper/go-cache-[0-9a-f]{16}.jar ")
                .contains("url=https\\://cache.example.test/go/go1.24.1.linux-amd64/")
                .contains("user=bob\n").contains("secret=****").doesNotContain("s3cr3t-of-bob")
                .contains("io/jenkins/plugins/gotoolchain/buildcache/CacheprogMain.class")
                .contains("com/fasterxml/jackson/core/JsonFactory.class");
        assertThat(log.substring(log.indexOf("// withGo"))).doesNotContain("-cache");
        assertThat(log("withGo('1.23.6') { " + SHOW + "; sh 'echo prog=$GOCACHEPROG.' }")).contains("prog=.");
        assertThat(log("fork-shared", "withGo('1.24.1') { sh 'cat ${GOCACHEPROG##* }' }"))
                .contains("shared with other agents by cache.example.test, and nothing is sent there\n")
                .contains("readOnly=true\n").contains("results=" + caches + "/build/go1.24.1.linux-amd64\n");
        settings.setServerCredentialsId("gone");
        GoToolchainConfiguration.get().setCaches(settings);
        assertThat(Pipelines.failure(JENKINS, on("one", "withGo('1.24.1') { sh 'true' }")))
                .contains("There are no credentials \"gone\" for the shared build cache");
        settings.setServer("http://cache.example.test/");
        settings.setServerCredentialsId("cache");
        GoToolchainConfiguration.get().setCaches(settings);
        assertThat(Pipelines.failure(JENKINS, on("one", "withGo('1.24.1') { sh 'true' }"))).contains("in the clear");
    }

    @Test
    public void aMistakeInTheBlockOrTheFolderIsNamed() throws Exception {
        assertThat(Pipelines.failure(JENKINS, on("one", "withGo(version: '1.24.1', cache: 'all') { sh 'true' }")))
                .contains("There is no cache \"all\"").contains("use one of node, job, none, read-only, go");
        GoCacheSettings settings = new GoCacheSettings();
        Path file = Files.writeString(temporary.getRoot().toPath().resolve("file"), "");
        settings.setFolder(file.toString());
        GoToolchainConfiguration.get().setCaches(settings);
        assertThat(Pipelines.failure(JENKINS, on("one", "withGo('1.24.1') { sh 'true' }")))
                .contains("The Go caches cannot be at " + file).contains(file + " is a file");
    }

    @Test
    public void goStrictHasThemToo() throws Exception {
        GoCacheSettings settings = new GoCacheSettings();
        settings.setSharing("job");
        GoToolchainConfiguration.get().setCaches(settings);
        assertThat(log("goStrict(version: '1.24.1') { " + SHOW + " }"))
                .contains("[go] Caches of this job: ").contains("mod=" + caches + "/jobs/");
    }
}
