package io.jenkins.plugins.gotoolchain.jenkins.strict;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.model.Items;
import hudson.model.Label;
import hudson.model.Result;
import hudson.tasks.ArtifactArchiver;
import hudson.tasks.Shell;
import hudson.util.FormValidation;
import io.jenkins.plugins.gotoolchain.jenkins.testing.Configured;
import io.jenkins.plugins.gotoolchain.testing.ToolchainFixture;
import jenkins.model.InterruptedBuildAction;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.RuleChain;
import org.junit.rules.Timeout;
import org.jvnet.hudson.test.InboundAgentRule;
import org.jvnet.hudson.test.JenkinsRule;

/** goStrict around a Freestyle build. Where a script would go on for minutes, it is the finding that ends it. */
public class GoStrictFreestyleTest {

    private static final String FETCH = "go: downloading go1.23.4 (linux/amd64)";
    private static final String FETCHES = "#!/bin/sh\necho '" + FETCH + "'\nsleep 900\n";

    private static final ToolchainFixture GO = new ToolchainFixture("1.24.1", "1.23.6");
    private static final JenkinsRule JENKINS = new JenkinsRule();
    private static final InboundAgentRule AGENTS = new InboundAgentRule();

    static {
        JENKINS.timeout = 0; // each test has its own
    }

    @ClassRule
    public static final RuleChain RULES = RuleChain.outerRule(GO).around(JENKINS).around(AGENTS);

    @Rule
    public Timeout each = Timeout.seconds(150);

    @BeforeClass
    public static void startAgent() throws Exception {
        AGENTS.createAgent(JENKINS, InboundAgentRule.Options.newBuilder().name("one").label("one").build());
    }

    @Before
    public void configure() {
        Configured.with(GO);
    }

    @Test
    public void theBuildHasAVerifiedGo() throws Exception {
        assertThat(log(job("1.24.1", "go version; echo $GOROOT $GOTOOLCHAIN"), Result.SUCCESS))
                .contains("go version go1.24.1 linux/amd64")
                .contains("/tools/go-toolchain/go1.24.1.linux-amd64 local");
    }

    @Test
    public void anInstallationThatCannotBeHadFailsTheBuild() throws Exception {
        assertThat(log(job("1.99.9", "echo inside"), Result.FAILURE)).contains("1.99.9").doesNotContain("+ echo inside").doesNotContain("\tat ");
    }

    @Test
    public void goFetchingAnotherToolchainEndsTheBuildAtOnce() throws Exception {
        FreeStyleProject job = job("1.24.1", FETCHES);
        job.getBuildersList().add(new Shell("echo next step"));
        FreeStyleBuild build = build(job, Result.FAILURE);
        String log = JenkinsRule.getLog(build);
        int line = log.substring(0, log.indexOf(FETCH)).split("\n", -1).length;
        assertThat(log).doesNotContain("next step").doesNotContain("\tat ")
                .containsSubsequence("Stopped by goStrict: The go command went",
                        "\nThe go command went for another toolchain, Go 1.23.4, behind the back of this build.\n",
                        "  line " + line + ": " + FETCH + "\n", "  to do: take out what lets it", "\nFinished: FAILURE\n");
        assertThat(build.getAction(InterruptedBuildAction.class).getCauses().get(0).getShortDescription())
                .startsWith("Stopped by goStrict: The go command went for another toolchain");
    }

    @Test
    public void aFindingInTheLastMomentStillFailsTheBuild() throws Exception {
        assertThat(log(job("1.24.1", "#!/bin/sh\necho '" + FETCH + "'"), Result.FAILURE)).contains("  line ");
    }

    @Test
    public void unstableGoesOn() throws Exception {
        FreeStyleProject job = job("1.24.1", "#!/bin/sh\necho '" + FETCH + "'");
        job.getBuildWrappersList().get(GoStrictWrapper.class).setOnViolation(StrictReaction.UNSTABLE);
        job.getBuildersList().add(new Shell("echo next step: $(go version); PATH=/nowhere go version || true"));
        job.getBuildersList().add(new Shell("touch artifact"));
        job.getPublishersList().add(new ArtifactArchiver("artifact"));
        FreeStyleBuild build = build(job, Result.UNSTABLE);
        assertThat(JenkinsRule.getLog(build)).contains("next step: go version go1.24.1").containsOnlyOnce("  to do: ");
        assertThat(build.getArtifacts()).hasSize(1);
    }

    @Test
    public void buildsOfOneJobDoNotDisturbEachOther() throws Exception {
        FreeStyleProject job = job("1.24.1", "if [ $BUILD_NUMBER = 1 ]; then PATH=/nowhere go version; fi; go version");
        assertThat(log(job, Result.FAILURE)).contains("go was called, and there was none on the PATH");
        assertThat(log(job, Result.SUCCESS)).doesNotContain("  to do: ");
    }

    @Test
    public void theFormKeepsWhatIsConfigured() throws Exception {
        FreeStyleProject job = job("1.24.x", "true");
        for (StrictReaction reaction : StrictReaction.values()) {
            job.getBuildWrappersList().get(GoStrictWrapper.class).setOnViolation(reaction);
            JENKINS.configRoundtrip(job);
            GoStrictWrapper after = job.getBuildWrappersList().get(GoStrictWrapper.class);
            assertThat(after.getVersion()).isEqualTo("1.24.x");
            assertThat(after.getOnViolation()).isEqualTo(reaction);
        }
    }

    @Test
    public void whatWasSavedWithoutAReactionFails() {
        GoStrictWrapper old = (GoStrictWrapper) Items.XSTREAM2.fromXML(
                "<io.jenkins.plugins.gotoolchain.jenkins.strict.GoStrictWrapper><version>1.24.1</version></io.jenkins.plugins.gotoolchain.jenkins.strict.GoStrictWrapper>");
        assertThat(old.getOnViolation()).isEqualTo(StrictReaction.FAIL);
        assertThat(old.getVersion()).isEqualTo("1.24.1");
    }

    @Test
    public void theFormSaysWhatIsNoVersion() throws Exception {
        FreeStyleProject job = job("1.24.1", "true");
        GoStrictWrapper.DescriptorImpl form = JENKINS.jenkins.getDescriptorByType(GoStrictWrapper.DescriptorImpl.class);
        assertThat(form.doCheckVersion(job, "1.24.x").kind).isEqualTo(FormValidation.Kind.OK);
        assertThat(form.doCheckVersion(job, "go.mod").kind).isEqualTo(FormValidation.Kind.OK);
        assertThat(form.doCheckVersion(job, "one.two").kind).isEqualTo(FormValidation.Kind.ERROR);
        assertThat(form.doFillVersionItems(job)).contains("go.mod");
    }

    private static FreeStyleProject job(String version, String script) throws Exception {
        FreeStyleProject job = JENKINS.createFreeStyleProject();
        job.setAssignedLabel(Label.get("one"));
        job.getBuildWrappersList().add(new GoStrictWrapper(version));
        job.getBuildersList().add(new Shell(script));
        return job;
    }

    private static String log(FreeStyleProject job, Result result) throws Exception {
        return JenkinsRule.getLog(build(job, result));
    }

    private static FreeStyleBuild build(FreeStyleProject job, Result result) throws Exception {
        FreeStyleBuild build = job.scheduleBuild2(0).get();
        assertThat(build.getResult()).as(JenkinsRule.getLog(build)).isEqualTo(result);
        return build;
    }
}
