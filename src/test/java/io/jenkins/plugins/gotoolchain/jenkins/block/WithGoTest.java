package io.jenkins.plugins.gotoolchain.jenkins.block;

import static io.jenkins.plugins.gotoolchain.jenkins.block.Pipelines.goMod;
import static io.jenkins.plugins.gotoolchain.jenkins.block.Pipelines.module;
import static io.jenkins.plugins.gotoolchain.jenkins.block.Pipelines.on;
import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl;
import hudson.model.Item;
import hudson.model.User;
import hudson.security.ACL;
import hudson.security.ACLContext;
import hudson.security.AuthorizationStrategy;
import hudson.security.SecurityRealm;
import hudson.util.FormValidation;
import io.jenkins.plugins.gotoolchain.jenkins.configuration.GoEnvironmentSettings;
import io.jenkins.plugins.gotoolchain.jenkins.configuration.GoNodeProperty;
import io.jenkins.plugins.gotoolchain.jenkins.configuration.GoToolchainConfiguration;
import io.jenkins.plugins.gotoolchain.jenkins.testing.Configured;
import io.jenkins.plugins.gotoolchain.jenkins.tool.GoInstallation;
import io.jenkins.plugins.gotoolchain.testing.ToolchainFixture;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.structs.describable.DescribableModel;
import org.jenkinsci.plugins.structs.describable.DescribableParameter;
import org.jenkinsci.plugins.workflow.cps.Snippetizer;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.RuleChain;
import org.jvnet.hudson.test.InboundAgentRule;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;

/** What a block of withGo means, on agents in processes of their own. */
public class WithGoTest {

    private static final ToolchainFixture GO = new ToolchainFixture("1.24.1", "1.24.0", "1.23.6");
    private static final JenkinsRule JENKINS = Configured.jenkins();
    private static final InboundAgentRule AGENTS = new InboundAgentRule();

    @ClassRule
    public static final RuleChain RULES = RuleChain.outerRule(GO).around(JENKINS).around(AGENTS);

    @BeforeClass
    public static void startAgents() throws Exception {
        for (String name : new String[] {"one", "two"}) {
            AGENTS.createAgent(JENKINS, Pipelines.agent(name));
        }
    }

    @Before
    public void configure() {
        Configured.with(GO);
    }

    @Test
    public void scriptedNamesAVersion() throws Exception {
        assertThat(log("node('one') { withGo('1.24.1') { sh 'go version; echo $GOROOT $GOTOOLCHAIN' } }"))
                .contains("go version go1.24.1 linux/amd64")
                .contains("/tools/go-toolchain/go1.24.1.linux-amd64 local\n");
    }

    @Test
    public void declarativeNamesAVersion() throws Exception {
        assertThat(log(declarative("withGo('1.24.1') { sh 'go version' }"))).contains("go version go1.24.1 linux/amd64");
    }

    @Test
    public void declarativeLeavesTheVersionOutWithAnEmptyOne() throws Exception {
        assertThat(log(declarative("writeFile(file: 'go.mod', text: '" + module("1.23.6") + "')\n withGo('') { sh 'go version' }")))
                .contains("go version go1.23.6 linux/amd64");
    }

    @Test
    public void withoutAVersionTheGoModOfTheWorkspaceSaysIt() throws Exception {
        assertThat(log(on("one", goMod("1.23.6") + "withGo { sh 'go version' }")))
                .contains("go version go1.23.6 linux/amd64")
                .contains("[go] Go 1.23.6 (go.mod: go.mod:3 go 1.23.6) for linux/amd64");
    }

    @Test
    public void aGoModAboveTheCurrentFolderCounts() throws Exception {
        assertThat(log(on("one", goMod("1.23.6") + "dir('cmd/tool') { withGo { sh 'go version; pwd' } }")))
                .contains("go version go1.23.6 linux/amd64")
                .contains("cmd/tool\n");
    }

    @Test
    public void aGoWorkAboveBeatsTheGoModOfTheFolder() throws Exception {
        assertThat(log(on("one", "writeFile(file: 'go.work', text: 'go 1.24.1\\n')\n"
                        + "dir('tool') { " + goMod("1.23.6") + "withGo(version: 'go.mod') { sh 'go version' } }")))
                .contains("go version go1.24.1 linux/amd64")
                .contains("(go.mod: go.work:1 go 1.24.1)");
    }

    @Test
    public void aLanguageVersionInAFileMeansItsNewestPatch() throws Exception {
        assertThat(log(on("one", goMod("1.24") + "withGo(version: 'go.mod') { sh 'go version' }")))
                .contains("go version go1.24.1 linux/amd64")
                .contains("(go.mod: go.mod:3 go 1.24, newest of 1.24)");
    }

    @Test
    public void aGoModThatIsALinkOutOfTheWorkspaceIsNotRead() throws Exception {
        assertThat(failure(on("one", "sh 'ln -s /etc/passwd go.mod'\n withGo(version: 'go.mod') { sh 'go version' }")))
                .contains("ERROR: go.mod is a link that leaves the workspace; it was not read")
                .doesNotContain("root:");
    }

    @Test
    public void whatIsNoVersionIsRefusedWithoutBeingRun() throws Exception {
        assertThat(failure(on("one", "withGo('1.24.1; touch x') { sh 'go version' }")))
                .contains("ERROR: \"1.24.1; touch x\" does not name a version of Go");
    }

    @Test
    public void withNeitherVersionNorGoModTheConfiguredDefaultIsUsed() throws Exception {
        GoToolchainConfiguration.get().setDefaultVersion("1.23.6");
        assertThat(log(on("one", "withGo { sh 'go version' }")))
                .contains("go version go1.23.6 linux/amd64")
                .contains("(the configured default: 1.23.6, named in full)");
    }

    @Test
    public void withNothingToSayTheVersionItFailsAndSaysWhatToDo() throws Exception {
        assertThat(failure(on("one", "withGo { sh 'go version' }")))
                .contains("ERROR: No version is named, there is no go.mod in ")
                .contains("and no default version is configured\n  to do: check out the sources first, name a version such as 1.24.1");
    }

    @Test
    public void theNameOfAnInstallationIsGoodToo() throws Exception {
        GoInstallation installation = new GoInstallation("team", null, null);
        installation.setVersion("1.23.6");
        JENKINS.jenkins.getDescriptorByType(GoInstallation.DescriptorImpl.class).setInstallations(installation);
        try {
            assertThat(log(on("one", "withGo('team') { sh 'go version' }"))).contains("go version go1.23.6 linux/amd64");
        } finally {
            JENKINS.jenkins.getDescriptorByType(GoInstallation.DescriptorImpl.class).setInstallations();
        }
    }

    @Test
    public void theStepsSettingsWinOverTheConfiguredOnes() throws Exception {
        GoToolchainConfiguration.get().getEnvironment().setGoproxy("https://wide.example.com");
        GoToolchainConfiguration.get().getEnvironment().setGoflags("-mod=mod");
        assertThat(log(on("one", "withGo(version: '1.24.1', goproxy: 'https://near.example.com,off', goprivate: 'git.example.com',"
                        + " gonoproxy: 'none', gonosumdb: 'x.example.com', toolchain: 'go1.24.1+path') {\n"
                        + "sh 'go env GOPROXY GOPRIVATE GONOPROXY GONOSUMDB GOFLAGS GOTOOLCHAIN' }")))
                .contains("https://near.example.com,off\ngit.example.com\nnone\nx.example.com\n-mod=mod\ngo1.24.1+path\n");
    }

    @Test
    public void theLogSaysOnOneLineWhichSettingCameFromWhere() throws Exception {
        GoToolchainConfiguration.get().getEnvironment().setGovcs("private:git");
        assertThat(log(on("one", "withEnv(['GOINSECURE=old.example.com', 'GOPROXY=https://around.example.com']) {\n"
                        + "withGo(version: '1.24.1', goproxy: 'direct,https://near.example.com', goprivate: '*.example.com') {\n"
                        + "sh 'echo $GOVCS $GOINSECURE' } }")))
                .containsPattern("\\[go\\] Settings: GOPROXY=direct,https://near.example.com \\(this step\\), GOPRIVATE=\\*.example.com \\(this step\\),"
                        + " GOSUMDB=\\S+ \\(the configuration of Go toolchains\\), GOINSECURE=old.example.com \\(the environment around it\\),"
                        + " GOVCS=private:git \\(the configuration of Go toolchains\\)\n")
                .contains("[go] Note: GOPROXY has direct first, and what stands behind it is never asked; put direct last\n")
                .contains("private:git old.example.com");
    }

    @Test
    public void aMalformedSettingEndsTheBuildBeforeAnythingIsFetchedAndNamesWhoSetIt() throws Exception {
        assertThat(Pipelines.failure(JENKINS, on("one", "withGo(version: '1.24.1', goproxy: 'ftp://a.example.com') { echo 'inside' }")))
                .contains("ERROR: GOPROXY: \"ftp://a.example.com\" has no scheme that can be used\n  set by: this step\n  to do: use https://")
                .doesNotContain("inside");
        GoToolchainConfiguration.get().getEnvironment().setGoprivate("git.example.com/...");
        assertThat(Pipelines.failure(JENKINS, on("one", "withGo('1.24.1') { }")))
                .contains("which never matches").contains("set by: the configuration of Go toolchains");
    }

    @Test
    public void theNodesSettingsLieBetween() throws Exception {
        GoToolchainConfiguration.get().getEnvironment().setGoflags("-mod=mod");
        GoToolchainConfiguration.get().getEnvironment().setGoproxy("https://wide.example.com");
        GoEnvironmentSettings ofNode = new GoEnvironmentSettings();
        ofNode.setGoproxy("https://node.example.com");
        JENKINS.jenkins.getNode("two").getNodeProperties().add(new GoNodeProperty(ofNode));
        try {
            assertThat(log(on("two", "withGo('1.24.1') { sh 'go env GOPROXY GOFLAGS' }")))
                    .contains("https://node.example.com\n-mod=mod\n");
        } finally {
            JENKINS.jenkins.getNode("two").getNodeProperties().clear();
        }
    }

    @Test
    public void aSettingThatGoWouldMisreadIsRefused() throws Exception {
        assertThat(failure(on("one", "withGo(version: '1.24.1', goprivate: 'a.example.com, b.example.com') { }")))
                .contains("ERROR: GOPRIVATE has a space in the pattern");
        assertThat(failure(on("one", "withGo(version: '1.24.1', toolchain: 'auto; x') { }")))
                .contains("ERROR: withGo cannot set GOTOOLCHAIN to what its toolchain says");
    }

    @Test
    public void theInnerBlockWinsAndTheOuterOneComesBack() throws Exception {
        assertThat(log(on("one", "withGo('1.24.1') { withGo('1.23.6') { sh 'go version; echo inner $GOROOT' }\n"
                        + "sh 'go version; echo outer $GOROOT' }")))
                .containsSubsequence("go version go1.23.6", "inner ", "go1.23.6.linux-amd64\n", "go version go1.24.1", "outer ",
                        "go1.24.1.linux-amd64\n");
    }

    @Test
    public void branchesOnSeveralNodesEachGetTheirs() throws Exception {
        assertThat(log("parallel(a: { node('one') { withGo('1.24.1') { sh 'echo $NODE_NAME $(go version)' } } },\n"
                        + "b: { node('two') { withGo('1.24.1') { sh 'echo $NODE_NAME $(go version)' } } })"))
                .contains("one go version go1.24.1 linux/amd64")
                .contains("two go version go1.24.1 linux/amd64");
    }

    @Test
    public void oneLineSaysWhatIsThereAndHowItWasVerified() throws Exception {
        assertThat(log(on("two", "withGo('1.24.0') { }")))
                .containsPattern("\\[go\\] Go 1\\.24\\.0 for linux/amd64 installed from \\S+: [0-9.]+ KiB fetched, [0-9]+\\.[0-9] s, verified by ");
    }

    @Test
    public void anInstalledOneIsOneLine() throws Exception {
        log(on("one", "withGo('1.24.1') { }"));
        assertThat(log(on("one", "withGo('1.24.1') { }")).lines().filter(line -> line.startsWith("[go] Go ")).count())
                .isEqualTo(1);
    }

    @Test
    public void theSnippetGeneratorWritesTheShortForm() throws Exception {
        assertThat(Snippetizer.object2Groovy(new WithGoStep("1.24.1"))).isEqualTo("withGo('1.24.1') {\n    // some block\n}");
        WithGoStep full = new WithGoStep("go.mod");
        full.setGoproxy("https://proxy.example.com");
        full.setToolchain(" ");
        assertThat(Snippetizer.object2Groovy(full))
                .isEqualTo("withGo(goproxy: 'https://proxy.example.com', version: 'go.mod') {\n    // some block\n}");
    }

    @Test
    public void eachFieldOfTheFormHasAHelpInEnglishAndChinese() {
        for (DescribableParameter parameter : DescribableModel.of(WithGoStep.class).getParameters()) {
            for (String language : new String[] {"", "_zh_CN"}) {
                String help = "WithGoStep/help-" + parameter.getName() + language + ".html";
                assertThat(WithGoStep.class.getResource(help)).as(help).isNotNull();
            }
        }
    }

    @Test
    public void theFormChecksAVersionAndOffersTheKnownOnes() {
        WithGoStep.DescriptorImpl form = JENKINS.jenkins.getDescriptorByType(WithGoStep.DescriptorImpl.class);
        assertThat(form.doCheckVersion(null, "1.24.x").kind).isEqualTo(FormValidation.Kind.OK);
        assertThat(form.doCheckVersion(null, "latest").kind).isEqualTo(FormValidation.Kind.ERROR);
        assertThat(form.doFillVersionItems(null)).startsWith("go.mod").contains("stable", "1.24.1");
    }

    @Test
    public void whoMayNotUseCredentialsSeesNone() throws Exception {
        WorkflowJob job = JENKINS.createProject(WorkflowJob.class);
        String id = "https-only-for-this-test";
        SystemCredentialsProvider.getInstance().getCredentials()
                .add(new UsernamePasswordCredentialsImpl(CredentialsScope.GLOBAL, id, "", "robot", "x"));
        JENKINS.jenkins.setSecurityRealm(JENKINS.createDummySecurityRealm());
        JENKINS.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.READ, Item.READ).everywhere().to("reader")
                .grant(Jenkins.READ, Item.READ, Item.CONFIGURE).everywhere().to("author"));
        WithGoStep.DescriptorImpl form = JENKINS.jenkins.getDescriptorByType(WithGoStep.DescriptorImpl.class);
        try {
            try (ACLContext reader = ACL.as2(User.getById("reader", true).impersonate2())) {
                assertThat(form.doFillCredentialsIdItems(job, "").toString()).doesNotContain(id);
                assertThat(form.doFillVersionItems(job)).isEmpty();
            }
            try (ACLContext author = ACL.as2(User.getById("author", true).impersonate2())) {
                assertThat(form.doFillCredentialsIdItems(job, "").toString()).contains(id);
            }
            JenkinsRule.WebClient author = JENKINS.createWebClient().login("author").withThrowExceptionOnFailingStatusCode(false);
            assertThat(author.goTo(job.getUrl() + "descriptorByName/" + WithGoStep.class.getName() + "/fillCredentialsIdItems", null)
                    .getWebResponse().getStatusCode()).as("a GET").isEqualTo(404);
        } finally {
            JENKINS.jenkins.setSecurityRealm(SecurityRealm.NO_AUTHENTICATION);
            JENKINS.jenkins.setAuthorizationStrategy(AuthorizationStrategy.UNSECURED);
        }
    }

    private static String declarative(String steps) {
        return "pipeline { agent { label 'one' }\n stages { stage('one') { steps {\n" + steps + "\n} } } }";
    }

    private static String log(String script) throws Exception {
        return Pipelines.log(JENKINS, script);
    }

    private static String failure(String script) throws Exception {
        return Pipelines.failure(JENKINS, script);
    }
}
