package io.jenkins.plugins.gotoolchain.provision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;
import io.jenkins.plugins.gotoolchain.failure.UnreachableException;
import io.jenkins.plugins.gotoolchain.failure.VerificationException;
import io.jenkins.plugins.gotoolchain.release.Platform;
import io.jenkins.plugins.gotoolchain.source.SourceSpec;
import io.jenkins.plugins.gotoolchain.store.Receipt;
import io.jenkins.plugins.gotoolchain.store.ReceiptEvidence;
import io.jenkins.plugins.gotoolchain.testing.Content;
import io.jenkins.plugins.gotoolchain.testing.Fault;
import io.jenkins.plugins.gotoolchain.testing.FaultyServer;
import io.jenkins.plugins.gotoolchain.testing.ToolchainFixture;
import io.jenkins.plugins.gotoolchain.testing.ToolchainTree;
import io.jenkins.plugins.gotoolchain.trust.Requirement;
import io.jenkins.plugins.gotoolchain.trust.openpgp.Fingerprint;
import io.jenkins.plugins.gotoolchain.trust.openpgp.SigningKeySettings;
import io.jenkins.plugins.gotoolchain.trust.openpgp.TestPublisher;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import io.jenkins.plugins.gotoolchain.version.Resolution;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Archives that are proven by their publisher's signature, or should be. */
public class SignedArchiveTest {

    private static final TestPublisher PUBLISHER = new TestPublisher();
    private static final String VERSION = "1.24.1";

    @Rule
    public TemporaryFolder temporary = new TemporaryFolder();

    @Rule
    public ToolchainFixture go = new ToolchainFixture(VERSION, "1.24.2");

    private Path root;
    private FaultyServer mirror;

    @Before
    public void mirror() throws Exception {
        root = temporary.getRoot().toPath().resolve("store");
        mirror = FaultyServer.start();
        mirror.file("/key.asc", Content.text("application/pgp-keys", PUBLISHER.key()));
        serve(new ToolchainTree(VERSION).tarGz());
        sign(new ToolchainTree(VERSION).tarGz());
    }

    @After
    public void close() throws IOException {
        mirror.close();
    }

    private void serve(byte[] archive) {
        mirror.file(go.sitePath(VERSION), new Content(archive, "application/gzip", "\"" + archive.length + "\"", null));
    }

    private void sign(byte[] archive) {
        mirror.file(go.sitePath(VERSION) + ".asc", Content.text("text/plain", PUBLISHER.sign(archive)));
    }

    private SourceSpec mirrored() throws ConfigurationException {
        return SourceSpec.site(mirror.uri("/dl/").toString(), false);
    }

    private Road road(SourceSpec... sources) throws ConfigurationException {
        return new Road(root).from(sources).gosumdb(go.gosumdb()).signedBy(
                SigningKeySettings.fetched(PUBLISHER.fingerprint(), mirror.uri("/key.asc").toString()));
    }

    private long asked(String path) {
        return mirror.requests().stream().filter(seen -> seen.target().equals(path)).count();
    }

    private void assertNothingInstalled() throws IOException {
        assertThat(root.toFile().list((folder, name) -> name.startsWith("go"))).isNullOrEmpty();
        try (Stream<Path> partials = Files.walk(root.resolve(".partial"))) {
            assertThat(partials.filter(Files::isRegularFile).filter(file -> !file.toString().endsWith(".lock"))).isEmpty();
        }
    }

    @Test
    public void aSignatureAloneProvesTheArchiveOfAMirrorThatIsNotTrusted() throws Exception {
        Receipt receipt = road(mirrored()).provide(VERSION).toolchain().receipt();

        assertThat(receipt.evidence()).hasSize(1);
        ReceiptEvidence evidence = receipt.evidence().get(0);
        assertThat(evidence.kind()).isEqualTo("signature");
        assertThat(evidence.key()).isEqualTo(PUBLISHER.fingerprint().hex());
        assertThat(evidence.how())
                .contains("signed by key " + PUBLISHER.fingerprint() + ", subkey ")
                .contains("on 2024-02-06T12:34:56Z over SHA-256")
                .endsWith("signature from " + mirror.uri(go.sitePath(VERSION) + ".asc"));
        assertThat(Files.readString(root.resolve("go1.24.1.linux-amd64/.receipt.json")))
                .contains("\"key\" : \"" + PUBLISHER.fingerprint() + "\"");
    }

    @Test
    public void aMirrorsOwnDigestIsHeldAgainstTheBytesAllTheSame() throws Exception {
        mirror.file(go.sitePath(VERSION) + ".sha256", Content.text("text/plain", "5".repeat(64)));
        assertThatThrownBy(() -> road(mirrored()).provide(VERSION))
                .isInstanceOf(VerificationException.class)
                .hasMessageContaining("5".repeat(64));
        assertNothingInstalled();
    }

    @Test
    public void whereADigestProvesItNoSignatureIsAskedFor() throws Exception {
        SourceSpec trusted = SourceSpec.site(mirror.uri("/dl/").toString(), true);
        mirror.file(go.sitePath(VERSION) + ".sha256", Content.text("text/plain", go.sha256(VERSION)));
        assertThat(road(trusted).provide(VERSION).toolchain().receipt().met()).containsExactly("sha256");
        assertThat(asked(go.sitePath(VERSION) + ".asc") + asked("/key.asc")).isZero();
    }

    @Test
    public void digestAndSignatureCanBothBeRequired() throws Exception {
        Road road = road(mirrored(), SourceSpec.site(go.site(), true))
                .requiring(Requirement.SHA256, Requirement.SIGNATURE);
        assertThat(road.provide(VERSION).toolchain().receipt().evidence())
                .extracting(ReceiptEvidence::kind).containsExactly("sha256", "signature");
    }

    @Test
    public void aSourceThatHasNoSignaturesIsPassedOver() throws Exception {
        Road road = road(SourceSpec.moduleProxy(go.proxy()), SourceSpec.site(go.site(), true), mirrored())
                .requiring(Requirement.SIGNATURE);
        assertThat(road.provide(VERSION).toolchain().receipt().source()).isEqualTo(mirror.uri("/dl/").toString());
        assertThat(go.asked(go.zipPath(VERSION)) + go.asked(go.sitePath(VERSION))).isZero();
    }

    @Test
    public void whereNoSourceHasSignaturesEachSaysWhyAndWhichCould() throws Exception {
        Path folder = temporary.newFolder("archives").toPath();
        Files.write(folder.resolve("go1.24.1.linux-amd64.tar.gz"), new ToolchainTree(VERSION).tarGz());
        Road road = road(
                        SourceSpec.moduleProxy(go.proxy()), SourceSpec.site(go.site(), true),
                        SourceSpec.folder(folder.toString(), true))
                .requiring(Requirement.SIGNATURE);
        assertThatThrownBy(() -> road.provide(VERSION))
                .isInstanceOf(VerificationException.class)
                .hasMessageContaining("goproxy:" + go.proxy() + ": has it, but signature is required: a module proxy has no"
                        + " signatures, they are beside the .tar.gz of go.dev/dl and of its mirrors")
                .hasMessageContaining(go.site() + ": has it, but signature is required: the signature of"
                        + " go1.24.1.linux-amd64.tar.gz cannot be used: " + go.site() + "go1.24.1.linux-amd64.tar.gz.asc is not"
                        + " there (404)")
                .hasMessageContaining("file:" + folder + ": has it, but signature is required: there is no"
                        + " go1.24.1.linux-amd64.tar.gz.asc beside it");
        assertNothingInstalled();
    }

    @Test
    public void aZipForWindowsHasNoSignature() throws Exception {
        mirror.file("/dl/", Content.text("application/json", "[{\"version\":\"go1.24.1\",\"stable\":true,\"files\":[{"
                + "\"filename\":\"go1.24.1.windows-amd64.zip\",\"os\":\"windows\",\"arch\":\"amd64\",\"version\":\"go1.24.1\","
                + "\"sha256\":\"" + "a".repeat(64) + "\",\"size\":5,\"kind\":\"archive\"}]}]"));
        ProvisionRequest request = new ProvisionRequest(
                new Resolution(VERSION, GoVersion.parse(VERSION), "named in full"), new Platform("windows", "amd64"), null);
        Provisioner provisioner = road(mirrored()).requiring(Requirement.SIGNATURE).open();
        assertThatThrownBy(() -> provisioner.provision(request))
                .isInstanceOf(VerificationException.class)
                .hasMessageContaining("Go signs no .zip, only its .tar.gz");
    }

    @Test
    public void aSignatureOfAnotherFileEndsTheWalkAtOnce() throws Exception {
        sign(new ToolchainTree("1.24.2").tarGz());
        Road road = road(mirrored(), SourceSpec.site(go.site(), true)).requiring(Requirement.SIGNATURE);
        assertThatThrownBy(() -> road.provide(VERSION))
                .isInstanceOf(VerificationException.class)
                .hasMessageContaining("is of another file")
                .hasMessageContaining(go.sha256(VERSION));
        assertNothingInstalled();
        assertThat(go.asked(go.sitePath(VERSION))).isZero();
    }

    @Test
    public void anExchangedArchiveIsRefusedThoughTheMirrorsOwnDigestAgrees() throws Exception {
        ToolchainTree other = new ToolchainTree(VERSION).file("src/fmt/print.go", "package fmt // and more\n");
        serve(other.tarGz());
        mirror.file(go.sitePath(VERSION) + ".sha256", Content.text("text/plain", sha256(other.tarGz())));
        assertThatThrownBy(() -> road(mirrored()).provide(VERSION))
                .isInstanceOf(VerificationException.class)
                .hasMessageContaining("is of another file");
        assertNothingInstalled();
    }

    /** The signature is good: it does not say which version it is of, what is in the archive does. */
    @Test
    public void anOldArchiveWithItsOwnSignatureIsNotTheNewVersion() throws Exception {
        serve(new ToolchainTree("1.23.9").tarGz());
        sign(new ToolchainTree("1.23.9").tarGz());
        assertThatThrownBy(() -> road(mirrored()).provide(VERSION))
                .isInstanceOf(VerificationException.class)
                .hasMessageContaining("it should hold go1.24.1, its VERSION says \"go1.23.9\"");
        assertNothingInstalled();
    }

    @Test
    public void anArchiveForAnotherPlatformWithItsOwnSignatureIsNotTheOneThatIsWanted() throws Exception {
        ToolchainTree other = new ToolchainTree(VERSION);
        other.files().put("pkg/tool/freebsd_amd64/compile", other.files().remove("pkg/tool/linux_amd64/compile"));
        serve(other.tarGz());
        sign(other.tarGz());
        assertThatThrownBy(() -> road(mirrored()).provide(VERSION))
                .isInstanceOf(VerificationException.class)
                .hasMessageContaining("it should be for linux/amd64, and has pkg/tool/freebsd_amd64/compile");
        assertNothingInstalled();
    }

    @Test
    public void anExchangedKeyProvesNothing() throws Exception {
        TestPublisher other = new TestPublisher();
        mirror.file("/key.asc", Content.text("application/pgp-keys", other.key()));
        mirror.file(go.sitePath(VERSION) + ".asc",
                Content.text("text/plain", other.sign(new ToolchainTree(VERSION).tarGz())));
        assertThatThrownBy(() -> road(mirrored()).provide(VERSION))
                .isInstanceOf(VerificationException.class)
                .hasMessageContaining(PUBLISHER.fingerprint() + " is pinned")
                .hasMessageContaining(other.fingerprint() + " is there");
        assertThat(asked(go.sitePath(VERSION))).isEqualTo(1); // whether it is there
    }

    @Test
    public void aKeyThatCannotBeFetchedLeadsToTheNextSource() throws Exception {
        mirror.always("/key.asc", Fault.status(501, "Not Implemented"));
        assertThatThrownBy(() -> road(mirrored()).requiring(Requirement.SIGNATURE).provide(VERSION))
                .isInstanceOf(UnreachableException.class)
                .hasMessageContaining("the signing key " + PUBLISHER.fingerprint() + " cannot be fetched");
        assertThat(road(mirrored(), SourceSpec.moduleProxy(go.proxy())).provide(VERSION).toolchain().receipt().source())
                .isEqualTo("goproxy:" + go.proxy());
    }

    @Test
    public void aFolderMayHaveSignaturesToo() throws Exception {
        Path folder = temporary.newFolder("archives").toPath();
        byte[] archive = new ToolchainTree(VERSION).tarGz();
        Files.write(folder.resolve("go1.24.1.linux-amd64.tar.gz"), archive);
        Files.writeString(folder.resolve("go1.24.1.linux-amd64.tar.gz.asc"), PUBLISHER.sign(archive));
        Road road = road(SourceSpec.folder(folder.toString(), false))
                .signedBy(SigningKeySettings.given(PUBLISHER.fingerprint(), PUBLISHER.key()))
                .requiring(Requirement.SIGNATURE);
        assertThat(road.provide(VERSION).toolchain().receipt().met())
                .containsExactly("signature " + PUBLISHER.fingerprint());
        assertThat(mirror.requests()).isEmpty();
    }

    @Test
    public void aSignatureThatIsRequiredLaterMakesWhatIsThereStale() throws Exception {
        SourceSpec trusted = SourceSpec.site(mirror.uri("/dl/").toString(), true);
        mirror.file(go.sitePath(VERSION) + ".sha256", Content.text("text/plain", go.sha256(VERSION)));
        road(trusted).provide(VERSION);
        Road road = road(trusted).requiring(Requirement.SIGNATURE);

        Provisioned again = road.provide(VERSION);
        assertThat(again.installedNow()).isTrue();
        assertThat(road.said).anyMatch(line -> line.contains("requires evidence of kind signature by the key"));
        assertThat(road(trusted).requiring(Requirement.SIGNATURE).provide(VERSION).installedNow()).isFalse();
    }

    @Test
    public void whatAnotherKeySignedCountsNoLongerOnceThatKeyIsNotThePinnedOne() throws Exception {
        road(mirrored()).provide(VERSION);
        TestPublisher other = new TestPublisher();
        mirror.file(go.sitePath(VERSION) + ".asc",
                Content.text("text/plain", other.sign(new ToolchainTree(VERSION).tarGz())));
        for (Requirement[] required : List.of(new Requirement[0], new Requirement[] {Requirement.SIGNATURE})) {
            Road road = road(mirrored()).requiring(required)
                    .signedBy(SigningKeySettings.given(other.fingerprint(), other.key()));
            Provisioned again = road.provide(VERSION);
            assertThat(again.installedNow()).as("%s", List.of(required)).isEqualTo(required.length == 0);
            assertThat(again.toolchain().receipt().evidence().get(0).key()).isEqualTo(other.fingerprint().hex());
        }
    }

    @Test
    public void aSourceMayHaveRequirementsOfItsOwn() throws Exception {
        SourceSpec strict = SourceSpec.site(go.site(), true).requiring(List.of("signature"));
        Receipt receipt = road(strict, SourceSpec.moduleProxy(go.proxy())).provide(VERSION).toolchain().receipt();
        assertThat(receipt.source()).isEqualTo("goproxy:" + go.proxy());

        assertThat(road(mirrored().requiring(List.of("signature")), strict).provide("1.24.1").installedNow()).isFalse();
    }

    @Test
    public void whatCameFromASourceIsStaleOnceThatSourceHasToGiveMore() throws Exception {
        SourceSpec trusted = SourceSpec.site(mirror.uri("/dl/").toString(), true);
        mirror.file(go.sitePath(VERSION) + ".sha256", Content.text("text/plain", go.sha256(VERSION)));
        road(trusted).provide(VERSION);
        Road road = road(trusted.requiring(List.of("signature")));

        assertThat(road.provide(VERSION).installedNow()).isTrue();
        assertThat(road.said).anyMatch(line -> line.contains("requires evidence of kind signature of " + trusted.label()));
        assertThat(road(trusted.requiring(List.of("signature"))).provide(VERSION).installedNow()).isFalse();
    }

    @Test
    public void aRequirementOfASourceIsReadWhateverElseIsThere() throws Exception {
        assertThatThrownBy(() -> road(mirrored().requiring(List.of("signatures"))).provide(VERSION))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("\"signatures\" is no kind of evidence");
        assertThatThrownBy(() -> road(mirrored().requiring(List.of("signature"))).requiring(Requirement.SUMDB).provide(VERSION))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("no archive has both");
    }

    @Test
    public void goesOnWithGosOwnKeyWhereNothingElseIsSaid() throws Exception {
        assertThat(SigningKeySettings.GO.fingerprint()).isEqualTo(Fingerprint.GO);
        assertThat(SigningKeySettings.GO.address()).startsWith("https://dl.google.com/");
    }

    private static String sha256(byte[] bytes) throws Exception {
        return java.util.HexFormat.of().formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
