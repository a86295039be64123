package io.jenkins.plugins.gotoolchain.jenkins.strict;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import io.jenkins.plugins.gotoolchain.jenkins.record.GoToolchainsAction;
import io.jenkins.plugins.gotoolchain.jenkins.testing.Configured;
import io.jenkins.plugins.gotoolchain.testing.ToolchainFixture;
import io.jenkins.plugins.gotoolchain.testing.ToolchainTree;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.Before;
import org.junit.ClassRule;
import org.junit.Test;
import org.jvnet.hudson.test.JenkinsRule;

/** What blocks demand of the module that they build, and what they write down of it. */
public class GoStrictModuleTest {

    private static final String MODULE = "writeFile(file: 'go.mod', text: 'module m\\n\\ngo 1.23\\n\\nrequire a.b/c v1.0.0\\n')\n";
    private static final String SUM = "writeFile(file: 'go.sum', text: 'a.b/c v1.0.0 h1:x\\n')\n";
    private static final String FLAGS = "sh 'echo flags=$GOFLAGS.'";

    @ClassRule
    public static final ToolchainFixture GO = new ToolchainFixture("1.24.1")
            .with(new ToolchainTree("1.24.2").script("case \"$1\" in\n"
                    + "version) echo go version go1.24.2 linux/amd64 ;;\n"
                    + "env) echo 'go: parsing $GOFLAGS'; exit 2 ;;\n"
                    + "mod) echo 'a.b/c v1.0.0: dir has been modified'; exit 1 ;;\n"
                    + "esac"));

    @ClassRule
    public static final JenkinsRule JENKINS = Configured.jenkins();

    @Before
    public void configure() {
        Configured.with(GO);
    }

    private static WorkflowRun build(Result result, String steps) throws Exception {
        WorkflowJob job = JENKINS.createProject(WorkflowJob.class);
        job.setDefinition(new CpsFlowDefinition("node { deleteDir()\n" + steps + "\n}", true));
        return JENKINS.buildAndAssertStatus(result, job);
    }

    private static String log(Result result, String steps) throws Exception {
        return JenkinsRule.getLog(build(result, steps));
    }

    @Test
    public void aStrictBuildChangesNoModuleFileAndForgetsWhereItWasBuilt() throws Exception {
        assertThat(log(Result.SUCCESS, MODULE + SUM + "goStrict('1.24.1') { " + FLAGS + " }"))
                .contains("flags=-mod=readonly -trimpath.");
        assertThat(log(Result.SUCCESS, MODULE + "writeFile(file: 'vendor/modules.txt', text: '')\ngoStrict('1.24.1') { " + FLAGS + " }"))
                .contains("flags=-trimpath.");
        assertThat(log(Result.SUCCESS, MODULE + SUM + "withEnv(['GOFLAGS=-mod=mod -v']) { goStrict('1.24.1') { " + FLAGS + " } }"))
                .contains("flags=-mod=mod -v -trimpath.");
        assertThat(log(Result.SUCCESS, MODULE + SUM + "withGo('1.24.1') { " + FLAGS + " }")).contains("flags=.");
    }

    @Test
    public void withoutSumsItEndsAtOnceAndSaysWhatWouldBeWritten() throws Exception {
        assertThat(log(Result.FAILURE, MODULE + "goStrict('1.24.1') { sh 'echo the body ran' }"))
                .contains("go.mod names other modules, and there is no go.sum beside it")
                .contains("[go] go mod tidy -diff says what would be changed:\n  go  mod tidy -diff\n")
                .doesNotContain("the body ran").doesNotContain("\tat ");
        assertThat(log(Result.SUCCESS, MODULE.replace("require a.b/c v1.0.0", "") + "goStrict('1.24.1') { sh 'true' }"))
                .doesNotContain("no go.sum");
    }

    @Test
    public void whatAStaleModuleWantsIsSaidAtTheEnd() throws Exception {
        assertThat(log(Result.FAILURE, MODULE + SUM + "goStrict('1.24.1') { sh 'echo go: updates to go.mod needed; exit 1' }"))
                .contains("[go] go mod tidy -diff says what would be changed:");
        assertThat(log(Result.FAILURE, MODULE + SUM + "goStrict('1.24.1') { sh 'exit 1' }")).doesNotContain("tidy");
    }

    @Test
    public void aNewerGoInTheModuleEndsAStrictBuildAndIsNotedInAnother() throws Exception {
        String module = MODULE.replace("go 1.23", "go 1.23\\n\\ntoolchain go1.24.3") + SUM;
        assertThat(log(Result.FAILURE, module + "goStrict('1.24.1') { sh 'echo the body ran' }"))
                .contains("go.mod:5 toolchain go1.24.3, but Go 1.24.1 is to build it.").doesNotContain("the body ran");
        assertThat(log(Result.SUCCESS, module + "withGo('1.24.1') { sh 'true' }"))
                .contains("[go] Note: go.mod:5 toolchain go1.24.3, and Go 1.24.1 runs\n");
    }

    @Test
    public void whatDecidesTheResultIsInTheLogAndTheRecord() throws Exception {
        WorkflowRun run = build(Result.SUCCESS, MODULE + SUM
                + "withEnv(['GOAMD64=v3']) { withGo(version: '1.24.1', goflags: '-tags=x -ldflags=-s3cr3t') { }\n"
                + "withGo(version: '1.24.1', goflags: '-tags=x -ldflags=-s3cr3t') { } }");
        String line = JenkinsRule.getLog(run).lines().filter(one -> one.startsWith("[go] What decides")).reduce((a, b) -> a + b).orElseThrow();
        assertThat(line).matches("\\[go] What decides the result: Go 1\\.24\\.1, GOAMD64=v3, GOFLAGS=-tags=x -ldflags=…,"
                + " go\\.mod [0-9a-f]{12}, go\\.sum [0-9a-f]{12}");
        assertThat(run.getAction(GoToolchainsAction.class).getInputs()).singleElement()
                .satisfies(one -> assertThat(line).endsWith(one.getLine()));
        JenkinsRule.WebClient client = Configured.reader(JENKINS);
        assertThat(client.goTo(run.getUrl() + "go-toolchains/api/json", "application/json").getWebResponse().getContentAsString())
                .contains("\"inputs\":[{").contains("GOAMD64=v3");
        assertThat(client.goTo(run.getUrl() + "go-toolchains/").asNormalizedText()).contains("What decides the result").contains("GOAMD64=v3");
    }

    @Test
    public void modulesAreVerifiedOnDemand() throws Exception {
        assertThat(log(Result.SUCCESS, MODULE + SUM + "withGo(version: '1.24.1', verifyModules: true) { sh 'true' }"))
                .contains("[go] go mod verify: go  mod verify\n");
        for (String step : new String[] {"withGo", "withEnv(['GOFLAGS=-v']) { goStrict"}) {
            assertThat(log(Result.FAILURE, MODULE + SUM + step + "(version: '1.24.2', verifyModules: true) { sh 'echo the body ran' }"
                    + (step.endsWith("goStrict") ? " }" : "")))
                    .contains("go mod verify ended with 1: a.b/c v1.0.0: dir has been modified")
                    .contains("to do: delete what it names from GOMODCACHE").doesNotContain("the body ran");
        }
    }

    @Test
    public void aGoThatDoesNotSayWhatDecidesStopsNoBuild() throws Exception {
        assertThat(log(Result.SUCCESS, MODULE + SUM + "withGo('1.24.2') { sh 'true' }"))
                .contains("[go] Note: what decides the result is not known: ").contains("env GOOS").contains("ended with 2");
    }

    @Test
    public void aModuleThatGoWouldNotReadEndsAStrictBuildOnly() throws Exception {
        String broken = "writeFile(file: 'go.mod', text: 'go 1.23\\ngo 1.24\\n')\n";
        assertThat(log(Result.FAILURE, broken + "goStrict('1.24.1') { sh 'true' }")).contains("go.mod:2 ").doesNotContain("\tat ");
        assertThat(log(Result.SUCCESS, broken + "withGo('1.24.1') { sh 'true' }")).doesNotContain("go.sum");
    }
}
