package io.jenkins.plugins.gotoolchain.provision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.gotoolchain.failure.UnreachableException;
import io.jenkins.plugins.gotoolchain.failure.VerificationException;
import io.jenkins.plugins.gotoolchain.pins.Pin;
import io.jenkins.plugins.gotoolchain.source.SourceSpec;
import io.jenkins.plugins.gotoolchain.store.Receipt;
import io.jenkins.plugins.gotoolchain.store.ReceiptEvidence;
import io.jenkins.plugins.gotoolchain.testing.ToolchainFixture;
import io.jenkins.plugins.gotoolchain.trust.Requirement;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import java.nio.file.Path;
import org.junit.Before;
import org.junit.ClassRule;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** With a line of a file of pins no other bytes are accepted, from wherever they come. */
public class PinnedTest {

    private static final String FROM = "go-toolchain.pins:2";

    @ClassRule
    public static final ToolchainFixture GO = new ToolchainFixture("1.24.1", "1.24.2");

    @Rule
    public TemporaryFolder temporary = new TemporaryFolder();

    private Path root;

    @Before
    public void root() {
        root = temporary.getRoot().toPath().resolve("store");
    }

    @Test
    public void aModuleThatHasThePinnedHashIsAccepted() throws Exception {
        Receipt receipt = road().only(pin("", GO.moduleHash("1.24.1"))).provide("1.24.1").toolchain().receipt();
        assertThat(receipt.source()).startsWith("goproxy:");
        assertThat(receipt.moduleHash()).isEqualTo(GO.moduleHash("1.24.1"));
        assertThat(receipt.evidence()).contains(
                new ReceiptEvidence("sha256", GO.moduleHash("1.24.1") + " as pinned in " + FROM));
        assertThat(receipt.pins()).isEmpty();
    }

    @Test
    public void aModuleThatHasAnotherHashIsRefusedThoughTheDatabaseKnowsIt() throws Exception {
        assertThatThrownBy(() -> road().only(pin("", GO.moduleHash("1.24.2"))).provide("1.24.1"))
                .isInstanceOf(VerificationException.class)
                .hasMessageContaining(GO.moduleHash("1.24.2") + " says " + FROM)
                .hasMessageContaining(GO.moduleHash("1.24.1") + " have the files received");
        assertNothingInstalled();
    }

    @Test
    public void aPinnedModuleNeedsNoDatabase() throws Exception {
        Receipt receipt = road().gosumdb("off").only(pin("", GO.moduleHash("1.24.1"))).provide("1.24.1").toolchain().receipt();
        assertThat(receipt.evidence()).extracting(ReceiptEvidence::kind).containsExactly("sha256");
    }

    @Test
    public void aPinMeetsTheRequirementOfADigestAndNotThatOfTheDatabase() throws Exception {
        assertThatThrownBy(() -> road().gosumdb("off").requiring(Requirement.SUMDB)
                        .only(pin("", GO.moduleHash("1.24.1"))).provide("1.24.1"))
                .hasMessageContaining("sumdb is required");
        road().requiring(Requirement.SHA256).only(pin("", GO.moduleHash("1.24.1"))).provide("1.24.1");
    }

    @Test
    public void anArchiveIsAcceptedByItsDigestAloneAndTheModuleIsNot() throws Exception {
        int asked = GO.asked(GO.zipPath("1.24.1"));
        Receipt receipt = road().only(pin(GO.sha256("1.24.1"), "")).provide("1.24.1").toolchain().receipt();
        assertThat(receipt.source()).isEqualTo(GO.site());
        assertThat(receipt.evidence().get(0).how()).contains(FROM);
        assertThat(receipt.pins()).containsExactly(GO.sha256("1.24.1"));
        assertThat(GO.asked(GO.zipPath("1.24.1"))).isEqualTo(asked);
    }

    @Test
    public void whatThePinDoesNotSpeakOfIsNotDownloaded() throws Exception {
        int asked = GO.asked(GO.sitePath("1.24.1"));
        Road sites = new Road(root).from(SourceSpec.site(GO.site(), true)).only(pin("", GO.moduleHash("1.24.1")));
        assertThatThrownBy(() -> sites.provide("1.24.1"))
                .isInstanceOf(VerificationException.class)
                .hasMessageContaining(FROM + " has no sha256 of the archive of download sites, only the h1: of the module");
        assertThat(GO.asked(GO.sitePath("1.24.1"))).isEqualTo(asked);
        Road proxies = new Road(root).from(SourceSpec.moduleProxy(GO.proxy())).gosumdb(GO.gosumdb())
                .only(pin(GO.sha256("1.24.1"), ""));
        assertThatThrownBy(() -> proxies.provide("1.24.1"))
                .isInstanceOf(VerificationException.class)
                .hasMessageContaining(FROM + " has no h1: of the module");
    }

    @Test
    public void withBothDigestsTheOrderOfTheSourcesStays() throws Exception {
        Pin both = pin(GO.sha256("1.24.1"), GO.moduleHash("1.24.1"));
        assertThat(road().only(both).provide("1.24.1").toolchain().receipt().source()).startsWith("goproxy:");
    }

    @Test
    public void anArchiveThatIsNotThePinnedOneIsRefusedWithBothDigests() throws Exception {
        Road road = new Road(root).from(SourceSpec.site(GO.site(), true)).only(pin(GO.sha256("1.24.2"), ""));
        assertThatThrownBy(() -> road.provide("1.24.1"))
                .isInstanceOf(VerificationException.class)
                .hasMessageContaining(GO.sha256("1.24.2") + " says " + FROM)
                .hasMessageContaining(GO.sha256("1.24.1"));
        assertNothingInstalled();
    }

    @Test
    public void whatIsInstalledAndDoesNotAgreeWithThePinIsStale() throws Exception {
        road().provide("1.24.1");
        Road pinned = road().only(pin(GO.sha256("1.24.1"), ""));
        Provisioned again = pinned.provide("1.24.1");
        assertThat(again.installedNow()).isTrue();
        assertThat(again.toolchain().receipt().source()).isEqualTo(GO.site());
        assertThat(pinned.said).anyMatch(line -> line.contains("is stale: the configuration pins sha256 "));
    }

    @Test
    public void whatIsInstalledAndAgreesIsUsedWithoutAnySource() throws Exception {
        road().provide("1.24.1");
        int asked = GO.server().requests().size();
        assertThat(road().only(pin("", GO.moduleHash("1.24.1"))).provide("1.24.1").installedNow()).isFalse();
        assertThat(road().only(pin(GO.sha256("1.24.2"), GO.moduleHash("1.24.1"))).provide("1.24.1").installedNow())
                .isFalse();
        assertThat(GO.server().requests()).hasSize(asked);
    }

    @Test
    public void whatIsPublishedIsAskedForWithoutADownload() throws Exception {
        int archives = GO.asked(GO.sitePath("1.24.1")) + GO.asked(GO.zipPath("1.24.1"));
        Published published = road().open().publishedDigests().of(new GoVersion("1.24.1"), Road.LINUX);
        assertThat(published.pin()).isEqualTo(new Pin(
                new GoVersion("1.24.1"), Road.LINUX, GO.sha256("1.24.1"), GO.moduleHash("1.24.1"), ""));
        assertThat(published.sha256From()).isEqualTo("the index of " + GO.site());
        assertThat(published.moduleFrom()).startsWith("record 0 of sum.test.example+");
        assertThat(published.unknown()).isEmpty();
        assertThat(GO.asked(GO.sitePath("1.24.1")) + GO.asked(GO.zipPath("1.24.1"))).isEqualTo(archives);
    }

    @Test
    public void whatNobodyPublishesIsNothing() throws Exception {
        assertThat(road().open().publishedDigests().of(new GoVersion("1.24.9"), Road.LINUX).isNothing()).isTrue();
    }

    @Test
    public void aSourceThatIsNotTrustedOrAwaySaysNothing() throws Exception {
        Published published = new Road(root)
                .from(SourceSpec.site(GO.site(), false), SourceSpec.site("https://127.0.0.1:1/", true))
                .gosumdb("off")
                .open()
                .publishedDigests()
                .of(new GoVersion("1.24.1"), Road.LINUX);
        assertThat(published.isNothing()).isTrue();
        assertThat(published.unknown()).hasSize(2).anyMatch(line -> line.startsWith("https://127.0.0.1:1/: "))
                .anyMatch(line -> line.contains("GOSUMDB=off"));
    }

    @Test
    public void withoutAnySourceThatAnswersNothingIsInstalled() throws Exception {
        Road road = new Road(root).from(SourceSpec.site("https://127.0.0.1:1/", true)).only(pin(GO.sha256("1.24.1"), ""));
        assertThatThrownBy(() -> road.provide("1.24.1")).isInstanceOf(UnreachableException.class);
    }

    private Road road() throws Exception {
        return new Road(root)
                .from(SourceSpec.moduleProxy(GO.proxy()), SourceSpec.site(GO.site(), true))
                .gosumdb(GO.gosumdb());
    }

    private static Pin pin(String sha256, String moduleHash) {
        return new Pin(new GoVersion("1.24.1"), Road.LINUX, sha256, moduleHash, FROM);
    }

    private void assertNothingInstalled() {
        assertThat(root.toFile().list((folder, name) -> name.startsWith("go"))).isNullOrEmpty();
    }
}
