package io.jenkins.plugins.gotoolchain.provision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;
import io.jenkins.plugins.gotoolchain.failure.DisagreementException;
import io.jenkins.plugins.gotoolchain.failure.ToolchainException;
import io.jenkins.plugins.gotoolchain.failure.UnreachableException;
import io.jenkins.plugins.gotoolchain.failure.VerificationException;
import io.jenkins.plugins.gotoolchain.failure.VersionException;
import io.jenkins.plugins.gotoolchain.source.SourceSpec;
import io.jenkins.plugins.gotoolchain.store.Receipt;
import io.jenkins.plugins.gotoolchain.store.ReceiptEvidence;
import io.jenkins.plugins.gotoolchain.testing.Content;
import io.jenkins.plugins.gotoolchain.testing.Fault;
import io.jenkins.plugins.gotoolchain.testing.FaultyServer;
import io.jenkins.plugins.gotoolchain.testing.ToolchainFixture;
import io.jenkins.plugins.gotoolchain.testing.ToolchainTree;
import io.jenkins.plugins.gotoolchain.trust.Requirement;
import io.jenkins.plugins.gotoolchain.version.VersionSelector;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class ProvisionerTest {

    @Rule
    public TemporaryFolder temporary = new TemporaryFolder();

    @Rule
    public ToolchainFixture go = new ToolchainFixture("1.24.1", "1.24.2", "1.23.9", "1.25rc1");

    private Path root;

    @Before
    public void root() {
        root = temporary.getRoot().toPath().resolve("store");
    }

    @Test
    public void aModuleZipIsProvenByTheChecksumDatabase() throws Exception {
        Provisioned provisioned = proxied().provide("1.24.1");
        assertThat(provisioned.installedNow()).isTrue();
        Receipt receipt = provisioned.toolchain().receipt();
        assertThat(receipt.source()).isEqualTo("goproxy:" + go.proxy());
        assertThat(receipt.evidence()).extracting(ReceiptEvidence::kind).contains("sumdb");
        assertThat(provisioned.toolchain().home()).isEqualTo(root.toRealPath().resolve("go1.24.1.linux-amd64"));
        assertThat(run(provisioned, "version")).isEqualTo("go version go1.24.1 linux/amd64\n");
    }

    @Test
    public void aSitesArchiveIsProvenByADigestThatIsTrusted() throws Exception {
        Provisioned provisioned = new Road(root).from(SourceSpec.site(go.site(), true)).provide("1.24.2");
        assertThat(provisioned.toolchain().receipt().archiveSha256()).isEqualTo(go.sha256("1.24.2"));
        assertThat(provisioned.toolchain().receipt().evidence()).extracting(ReceiptEvidence::kind).contains("sha256");
        assertThat(run(provisioned, "version")).contains("go1.24.2");
    }

    @Test
    public void whatIsThereIsNotFetchedAgainAndNeedsNoSource() throws Exception {
        long start = System.nanoTime();
        Spent spent = proxied().provide("1.24.1").spent();
        assertThat(spent.download()).isPositive();
        assertThat(spent.download() + spent.verify() + spent.unpack()).isBetween(1L, Spent.since(start));
        int asked = go.server().requests().size();
        Provisioned again = proxied().provide("1.24.1");
        assertThat(again.installedNow()).isFalse();
        assertThat(again.fetched()).isZero();
        assertThat(again.spent().download() + again.spent().unpack()).isZero();
        assertThat(go.server().requests()).hasSize(asked);
    }

    @Test
    public void nothingOfTheDownloadIsLeftOnceItIsInstalled() throws Exception {
        proxied().provide("1.24.1");
        assertThat(files(root.resolve(".partial"))).isEmpty();
        assertThat(files(root.resolve(".staging"))).isEmpty();
    }

    @Test
    public void aMirrorIsHeldAgainstTheDigestsOfASourceThatIsTrusted() throws Exception {
        try (FaultyServer mirror = FaultyServer.start()) {
            mirror.file(go.sitePath("1.24.1"), copyOf("1.24.1"));
            Road road = new Road(root)
                    .from(SourceSpec.site(mirror.uri("/dl/").toString(), false), SourceSpec.site(go.site(), true));
            Provisioned provisioned = road.provide("1.24.1");
            assertThat(provisioned.toolchain().receipt().source()).contains(":" + mirror.port());
            assertThat(go.asked(go.sitePath("1.24.1"))).isZero();
        }
    }

    @Test
    public void aMirrorThatServesAnotherArchiveEndsTheWalkAtOnce() throws Exception {
        try (FaultyServer mirror = FaultyServer.start()) {
            mirror.file(go.sitePath("1.24.1"), copyOf("1.24.2"));
            Road road = new Road(root)
                    .from(SourceSpec.site(mirror.uri("/dl/").toString(), false), SourceSpec.site(go.site(), true));
            assertThatThrownBy(() -> road.provide("1.24.1"))
                    .isInstanceOf(VerificationException.class)
                    .hasMessageContaining(go.sha256("1.24.1"));
            assertNothingInstalled();
            assertThat(go.asked(go.sitePath("1.24.1"))).isZero();
        }
    }

    @Test
    public void whatNothingProvesIsNotEvenDownloaded() throws Exception {
        Road road = new Road(root).from(SourceSpec.site(go.site(), false));
        assertThatThrownBy(() -> road.provide("1.24.1"))
                .isInstanceOf(VerificationException.class)
                .hasMessageContaining("no SHA-256 of it from an origin other than its own")
                .hasMessageContaining("to do: ");
        assertThat(go.server().requests()).noneMatch(seen -> seen.method().equals("GET") && seen.target().endsWith(".tar.gz"));
    }

    @Test
    public void withTheDatabaseSwitchedOffAModuleZipIsNotDownloadedWithoutAPin() throws Exception {
        Road road = proxied().gosumdb("off");
        assertThatThrownBy(() -> road.provide("1.24.1"))
                .isInstanceOf(VerificationException.class)
                .hasMessageContaining("GOSUMDB=off");
        assertThat(go.asked(go.zipPath("1.24.1"))).isZero();
    }

    @Test
    public void aSourceThatCannotGiveTheEvidenceThatIsRequiredIsPassedOver() throws Exception {
        Road road = proxied()
                .from(SourceSpec.site(go.site(), true), SourceSpec.moduleProxy(go.proxy()))
                .requiring(Requirement.SUMDB);
        assertThat(road.provide("1.24.1").toolchain().receipt().source()).isEqualTo("goproxy:" + go.proxy());
    }

    @Test
    public void withoutTheEvidenceThatIsRequiredNothingIsInstalled() {
        Road road = proxied().requiring(Requirement.SHA256);
        assertThatThrownBy(() -> road.provide("1.24.1"))
                .isInstanceOf(VerificationException.class)
                .hasMessageContaining("sha256 is required");
        assertNothingInstalled();
    }

    @Test
    public void aRequirementThatNothingMeetsLeavesWhatIsThereAlone() throws Exception {
        Path home = proxied().provide("1.24.1").toolchain().home();
        assertThatThrownBy(() -> proxied().requiring(Requirement.SIGNATURE, Requirement.SUMDB).provide("1.24.1"))
                .isInstanceOf(ConfigurationException.class);
        assertThat(home).isDirectory();
    }

    @Test
    public void aStricterPolicyMakesWhatIsThereStale() throws Exception {
        new Road(root).from(SourceSpec.site(go.site(), true)).provide("1.24.1");
        Provisioned again = proxied().requiring(Requirement.SUMDB).provide("1.24.1");
        assertThat(again.installedNow()).isTrue();
        assertThat(again.toolchain().receipt().evidence()).extracting(ReceiptEvidence::kind).contains("sumdb");
    }

    @Test
    public void aPinIsMetByTheSitesArchiveBeforeAnyProxyIsAsked() throws Exception {
        Road road = proxied()
                .from(SourceSpec.moduleProxy(go.proxy()), SourceSpec.site(go.site(), false))
                .pin(go.sha256("1.24.1"));
        Receipt receipt = road.provide("1.24.1").toolchain().receipt();
        assertThat(receipt.archiveSha256()).isEqualTo(go.sha256("1.24.1"));
        assertThat(receipt.pins()).containsExactly(go.sha256("1.24.1"));
        assertThat(go.asked(go.zipPath("1.24.1"))).isZero();
    }

    @Test
    public void aWrongPinIsNamedTogetherWithWhatCame() throws Exception {
        Road road = new Road(root).from(SourceSpec.site(go.site(), true)).pin(go.sha256("1.24.2"));
        assertThatThrownBy(() -> road.provide("1.24.1"))
                .isInstanceOf(VerificationException.class)
                .hasMessageContaining(go.sha256("1.24.1"))
                .hasMessageContaining(go.sha256("1.24.2"));
        assertNothingInstalled();
    }

    @Test
    public void theNextSourceIsAskedWhenOneIsAway() throws Exception {
        Road road = proxied().from(SourceSpec.site(nobody(), true), SourceSpec.moduleProxy(go.proxy()));
        assertThat(road.provide("1.24.1").toolchain().receipt().source()).isEqualTo("goproxy:" + go.proxy());
        assertThat(road.said).anyMatch(line -> line.contains("refused the connection"));
    }

    @Test
    public void whenAllAreAwayEachIsNamedWithItsReason() throws Exception {
        Road road = new Road(root).from(SourceSpec.site(nobody(), true), SourceSpec.moduleProxy(nobody()));
        assertThatThrownBy(() -> road.provide("1.24.1"))
                .isInstanceOfSatisfying(UnreachableException.class, e -> {
                    assertThat(e.problem()).contains("Go 1.24.1 for linux/amd64");
                    assertThat(e.tried()).filteredOn(step -> step.contains("refused")).hasSizeGreaterThan(1);
                    assertThat(e.advice()).isNotEmpty();
                });
    }

    @Test
    public void aVersionThatNoSourceHasIsAnsweredWithThoseThatAreThere() {
        assertThatThrownBy(() -> proxied().provide("1.24.9"))
                .isInstanceOf(VersionException.class)
                .hasMessageContaining("1.24.9")
                .hasMessageContaining("1.24.2");
    }

    @Test
    public void aFileWithAFlippedByteInTheZipIsRefusedAndNothingOfItIsKept() throws Exception {
        try (FaultyServer liar = FaultyServer.start()) {
            liar.file(go.zipPath("1.24.1"), packed(tampered().moduleZip("v0.0.1-go1.24.1.linux-amd64")));
            liar.file(
                    go.zipPath("1.24.1").replace(".zip", ".info"),
                    Content.text("application/json", "{\"Version\":\"v0.0.1-go1.24.1.linux-amd64\"}"));
            Road road = new Road(root)
                    .from(SourceSpec.moduleProxy(liar.uri("/mod").toString()))
                    .gosumdb(go.gosumdb() + " " + go.proxy() + "/sumdb/" + go.gosumdb().substring(0, go.gosumdb().indexOf('+')));
            assertThatThrownBy(() -> road.provide("1.24.1"))
                    .isInstanceOf(DisagreementException.class)
                    .hasMessageContaining(go.moduleHash("1.24.1") + " says record 0 of sum.test.example")
                    .hasMessageContaining("says what " + liar.uri(go.zipPath("1.24.1")) + " serves");
            assertNothingInstalled();
            assertThat(files(root.resolve(".partial"))).isEmpty();
        }
    }

    @Test
    public void aDownloadThatBreaksOffIsContinuedFromTheNextSource() throws Exception {
        try (FaultyServer mirror = FaultyServer.start()) {
            Content archive = copyOf("1.24.1");
            int size = Files.readAllBytes(archiveOf("1.24.1")).length;
            mirror.file(go.sitePath("1.24.1"), archive);
            Fault cut = Fault.cutAfter(size * 9L / 10);
            mirror.script(Fault.none(), cut, Fault.status(404, "Not Found"));
            Road road = new Road(root)
                    .from(SourceSpec.site(mirror.uri("/dl/").toString(), false), SourceSpec.site(go.site(), true));
            Provisioned provisioned = road.provide("1.24.1");
            assertThat(provisioned.installedNow()).isTrue();
            assertThat(provisioned.toolchain().receipt().archiveSha256()).isEqualTo(go.sha256("1.24.1"));
        }
    }

    @Test
    public void aDamagedToolchainIsPutAsideSaidAndProvidedAnew() throws Exception {
        Path home = proxied().provide("1.24.1").toolchain().home();
        Files.writeString(home.resolve("bin/go"), "cut");
        Road road = proxied();
        Provisioned again = road.provide("1.24.1");
        assertThat(again.installedNow()).isTrue();
        assertThat(road.said).anyMatch(line -> line.contains("bin/go"));
        assertThat(run(again, "version")).contains("go1.24.1");
    }

    @Test
    public void manyAtOnceMakeOneDownload() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<Provisioned>> all = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                all.add(threads.submit(() -> proxied().provide("1.24.1")));
            }
            int installed = 0;
            for (Future<Provisioned> one : all) {
                installed += one.get().installedNow() ? 1 : 0;
            }
            assertThat(installed).isEqualTo(1);
            assertThat(go.asked(go.zipPath("1.24.1"))).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    public void selectorsComeToTheNewestThatTheSourcesHaveAndToNoPrerelease() throws Exception {
        Provisioner provisioner = proxied().open();
        assertThat(provisioner.resolve(VersionSelector.parse("1.24"), null, Road.LINUX).version()).hasToString("1.24.2");
        assertThat(provisioner.resolve(VersionSelector.parse("stable"), null, Road.LINUX).version()).hasToString("1.24.2");
        assertThat(provisioner.resolve(VersionSelector.parse("oldstable"), null, Road.LINUX).version())
                .hasToString("1.23.9");
        assertThat(proxied().provide("1.25rc1").toolchain().version()).hasToString("1.25rc1");
    }

    @Test
    public void anInterruptLeavesNoToolchainAndTheNextRunSucceeds() throws Exception {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> proxied().provide("1.24.1")).isInstanceOf(InterruptedException.class);
        assertNothingInstalled();
        assertThat(proxied().provide("1.24.1").installedNow()).isTrue();
    }

    @Test
    public void aRootThatIsAFileIsSaidToBeOne() throws Exception {
        Files.writeString(root, "");
        assertThatThrownBy(() -> proxied().provide("1.24.1"))
                .isInstanceOf(ToolchainException.class)
                .hasMessageContaining(root.toString());
    }

    private Road proxied() {
        try {
            return new Road(root).from(SourceSpec.moduleProxy(go.proxy())).gosumdb(go.gosumdb());
        } catch (ConfigurationException e) {
            throw new AssertionError(e);
        }
    }

    private static ToolchainTree tampered() {
        return new ToolchainTree("1.24.1").file("src/fmt/print.go", "package fmt // and more\n");
    }

    private static Content packed(byte[] bytes) {
        return new Content(bytes, "application/octet-stream", "\"" + bytes.length + "\"", null);
    }

    private Content copyOf(String version) throws IOException {
        return packed(Files.readAllBytes(archiveOf(version)));
    }

    private Path archiveOf(String version) throws IOException {
        Path file = temporary.getRoot().toPath().resolve(version + ".tar.gz");
        if (!Files.exists(file)) {
            Files.write(file, new ToolchainTree(version).tarGz());
        }
        return file;
    }

    private static String nobody() throws IOException {
        try (FaultyServer gone = FaultyServer.start()) {
            return gone.uri("/dl/").toString();
        }
    }

    private void assertNothingInstalled() {
        assertThat(root.toFile().list((folder, name) -> name.startsWith("go"))).isNullOrEmpty();
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(".lock"))
                    .toList();
        }
    }

    private static String run(Provisioned provisioned, String argument) throws Exception {
        Process process = new ProcessBuilder(provisioned.toolchain().home().resolve("bin/go").toString(), argument).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
