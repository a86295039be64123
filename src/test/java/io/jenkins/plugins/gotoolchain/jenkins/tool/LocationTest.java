package io.jenkins.plugins.gotoolchain.jenkins.tool;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.FreeStyleProject;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.Slave;
import hudson.tools.ToolLocationNodeProperty;
import io.jenkins.plugins.gotoolchain.jenkins.configuration.GoToolchainConfiguration;
import io.jenkins.plugins.gotoolchain.jenkins.configuration.UnreceiptedLocation;
import io.jenkins.plugins.gotoolchain.jenkins.testing.Configured;
import io.jenkins.plugins.gotoolchain.testing.Fault;
import io.jenkins.plugins.gotoolchain.testing.ToolchainFixture;
import io.jenkins.plugins.gotoolchain.testing.ToolchainTree;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.jvnet.hudson.test.InboundAgentRule;
import org.jvnet.hudson.test.JenkinsRule;

/** A toolchain that is on a node already is used only where it is what was asked for and proven. */
public class LocationTest {

    @ClassRule
    public static final ToolchainFixture GO = new ToolchainFixture("1.24.1", "1.24.2");

    @ClassRule
    public static final JenkinsRule JENKINS = Configured.jenkins();

    @ClassRule
    public static final InboundAgentRule AGENTS = new InboundAgentRule();

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private static Slave agent;

    private GoToolchainConfiguration configuration;
    private File image;

    @BeforeClass
    public static void startAgent() throws Exception {
        agent = AGENTS.createAgent(JENKINS, InboundAgentRule.Options.newBuilder().name("agent").build());
    }

    @Before
    public void configure() throws Exception {
        GO.server().heal();
        configuration = Configured.with(GO);
        configuration.setStoreRoot(new File(folder.getRoot(), "store").getPath());
        image = new File(folder.getRoot(), "image");
        agent.getNodeProperties().clear();
    }

    @Test
    public void oneWithAReceiptIsUsedWhereItIs() throws Exception {
        bake("1.24.1");
        locate("1.24.1");
        GO.server().always(GO.zipPath("1.24.1"), Fault.status(503, "Service Unavailable"));
        Run<?, ?> run = build("1.24.1", Result.SUCCESS);
        JENKINS.assertLogContains("go version go1.24.1 linux/amd64", run);
        JENKINS.assertLogContains(image + "/bin/go version", run);
        assertThat(new File(folder.getRoot(), "store/go1.24.1.linux-amd64")).doesNotExist();
    }

    @Test
    public void oneThatNobodyMayWriteToIsUsed() throws Exception {
        bake("1.24.1");
        Files.delete(image.toPath().resolve(".stamp"));
        try (Stream<Path> all = Files.walk(image.toPath())) {
            for (Path one : all.toList()) {
                boolean executable = Files.isExecutable(one);
                Files.setPosixFilePermissions(one, PosixFilePermissions.fromString(executable ? "r-xr-xr-x" : "r--r--r--"));
            }
        }
        locate("1.24.1");
        JENKINS.assertLogContains("go version go1.24.1", build("1.24.1", Result.SUCCESS));
        Files.setPosixFilePermissions(image.toPath(), PosixFilePermissions.fromString("rwxr-xr-x"));
        assertThat(new File(image, ".stamp")).doesNotExist();
    }

    @Test
    public void oneWhoseFilesWereChangedFails() throws Exception {
        bake("1.24.1");
        Files.writeString(image.toPath().resolve("src/fmt/print.go"), "package evil\n");
        locate("1.24.1");
        refused("changed: src/fmt/print.go", build("1.24.1", Result.FAILURE));
    }

    @Test
    public void oneOfAnotherVersionFails() throws Exception {
        bake("1.24.2");
        locate("1.24.1");
        refused("holds Go 1.24.2, and Go 1.24.1 was asked for", build("1.24.1", Result.FAILURE));
    }

    @Test
    public void oneThatDoesNotHaveTheRequiredEvidenceFails() throws Exception {
        bake("1.24.1");
        locate("1.24.1");
        configuration.setRequire(List.of("signature"));
        refused("requires evidence of kind signature", build("1.24.1", Result.FAILURE));
    }

    @Test
    public void aFolderThatIsNotThereFails() throws Exception {
        locate("1.24.1");
        refused("There is no folder " + image, build("1.24.1", Result.FAILURE));
    }

    @Test
    public void oneWithoutAReceiptFailsUnlessTheAdministratorChoseOtherwise() throws Exception {
        unpack("1.24.1");
        locate("1.24.1");
        refused("has no receipt", build("1.24.1", Result.FAILURE));
    }

    @Test
    public void oneWithoutAReceiptMayBeComparedWithTheRelease() throws Exception {
        configuration.setUnreceiptedLocations(UnreceiptedLocation.CHECK);
        unpack("1.24.1");
        locate("1.24.1");
        Run<?, ?> run = build("1.24.1", Result.SUCCESS);
        JENKINS.assertLogContains(image + "/bin/go version", run);
        JENKINS.assertLogContains("is here, from the folder " + image + ", verified by sumdb", run);
        Files.writeString(image.toPath().resolve("src/fmt/print.go"), "package evil\n");
        refused("is not Go 1.24.1 as it was released: changed: src/fmt/print.go", build("1.24.1", Result.FAILURE));
    }

    @Test
    public void oneThatIsToBeComparedFailsWhereNoSourceProvesTheRelease() throws Exception {
        configuration.setUnreceiptedLocations(UnreceiptedLocation.CHECK);
        unpack("1.24.1");
        locate("1.24.1");
        GO.server().always(GO.zipPath("1.24.1"), Fault.status(503, "Service Unavailable"));
        refused("no source gave it", build("1.24.1", Result.FAILURE));
    }

    @Test
    public void oneWithoutAReceiptMayBeAcceptedAndTheLogSaysSo() throws Exception {
        configuration.setUnreceiptedLocations(UnreceiptedLocation.ACCEPT);
        unpack("1.24.1");
        Files.writeString(image.toPath().resolve("src/fmt/print.go"), "package ours\n");
        locate("1.24.1");
        Run<?, ?> run = build("1.24.1", Result.SUCCESS);
        JENKINS.assertLogContains("WARNING: nothing proves it", run);
        JENKINS.assertLogContains("go version go1.24.1", run);
        agent.getNodeProperties().clear();
        locate("1.24.2");
        refused("holds Go 1.24.1, and Go 1.24.2 was asked for", build("1.24.2", Result.FAILURE));
    }

    @Test
    public void aHomeConfiguredByHandIsHeldToTheSame() throws Exception {
        unpack("1.24.1");
        Configured.tool().setInstallations(new GoInstallation("by hand", image.getPath(), null));
        refused("has no receipt", build("by hand", Result.FAILURE));
        delete();
        bake("1.24.2");
        JENKINS.assertLogContains("go version go1.24.2", build("by hand", Result.SUCCESS));
    }

    @Test
    public void theNewestPatchIsWhatTheLocationHolds() throws Exception {
        bake("1.24.1");
        locate("1.24.x");
        JENKINS.assertLogContains("go version go1.24.1", build("1.24.x", Result.SUCCESS));
        agent.getNodeProperties().clear();
        JENKINS.assertLogContains("go version go1.24.2", build("1.24.x", Result.SUCCESS));
    }

    @Test
    public void aVariableOfTheBuildDoesNotLeadElsewhere() throws Exception {
        Configured.tool().setInstallations(new GoInstallation("by variable", "${WORKSPACE}/go", null));
        refused("has a variable that agent does not know", build("by variable", Result.FAILURE));
    }

    /** As whoever bakes an image does: with a receipt. */
    private void bake(String version) throws Exception {
        String before = configuration.getStoreRoot();
        configuration.setStoreRoot(new File(folder.getRoot(), "bakery").getPath());
        build(version, Result.SUCCESS);
        configuration.setStoreRoot(before);
        Files.move(new File(folder.getRoot(), "bakery/go" + version + ".linux-amd64").toPath(), image.toPath(), StandardCopyOption.ATOMIC_MOVE);
    }

    private void unpack(String version) throws IOException {
        for (Map.Entry<String, byte[]> file : new ToolchainTree(version).files().entrySet()) {
            Path path = image.toPath().resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
            path.toFile().setExecutable(file.getKey().startsWith("bin/") || file.getKey().startsWith("pkg/tool/"));
        }
    }

    private void delete() throws IOException {
        hudson.Util.deleteRecursive(image);
    }

    private void locate(String name) throws IOException {
        agent.getNodeProperties().add(new ToolLocationNodeProperty(
                new ToolLocationNodeProperty.ToolLocation(Configured.tool(), name, image.getPath())));
    }

    private static void refused(String why, Run<?, ?> run) throws Exception {
        JENKINS.assertLogContains(why, run);
        JENKINS.assertLogNotContains("Exception", run);
        JENKINS.assertLogNotContains("go version", run);
    }

    private static Run<?, ?> build(String tool, Result result) throws Exception {
        FreeStyleProject job = JENKINS.createFreeStyleProject();
        job.setAssignedNode(agent);
        job.getBuildersList().add(new UseGo(tool));
        return JENKINS.buildAndAssertStatus(result, job);
    }
}
