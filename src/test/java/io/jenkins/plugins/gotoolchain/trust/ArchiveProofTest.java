package io.jenkins.plugins.gotoolchain.trust;

import static io.jenkins.plugins.gotoolchain.trust.Samples.BYTES;
import static io.jenkins.plugins.gotoolchain.trust.Samples.OTHER;
import static io.jenkins.plugins.gotoolchain.trust.Samples.SIZE;
import static io.jenkins.plugins.gotoolchain.trust.Samples.pin;
import static io.jenkins.plugins.gotoolchain.trust.Samples.tarGz;
import static io.jenkins.plugins.gotoolchain.trust.Samples.tree;
import static io.jenkins.plugins.gotoolchain.trust.Samples.trusted;
import static io.jenkins.plugins.gotoolchain.trust.Samples.untrusted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;
import io.jenkins.plugins.gotoolchain.failure.VerificationException;
import io.jenkins.plugins.gotoolchain.release.Packaging;
import java.util.List;
import org.junit.Test;

public class ArchiveProofTest {

    private static Verifier verifier(Requirement... required) throws ConfigurationException {
        return Verifier.withoutDatabase(TrustPolicy.requiring(required), "GOSUMDB=off");
    }

    @Test
    public void aTrustedDigestProvesTheArchiveAndItsTree() throws Exception {
        Verifier verifier = verifier();
        ProvenArchive archive =
                verifier.proveArchive(tarGz(), SIZE, BYTES, List.of(trusted(BYTES, "go.dev"), untrusted(BYTES, "mirror")));

        Proof proof = verifier.proveTree(archive, BYTES, tree("VERSION"));

        assertThat(proof.archiveSha256()).isEqualTo(BYTES);
        assertThat(proof.archiveSize()).isEqualTo(SIZE);
        assertThat(proof.treeDigest()).isEqualTo(tree("VERSION").digest());
        assertThat(proof.version().text()).isEqualTo("1.24.1");
        assertThat(proof.platform()).hasToString("linux/amd64");
        assertThat(proof.evidence())
                .containsExactly(new Sha256Evidence(BYTES, List.of("go.dev"), List.of("mirror")));
    }

    @Test
    public void noClaimIsNoProof() {
        assertThatExceptionOfType(VerificationException.class)
                .isThrownBy(() -> verifier().proveArchive(tarGz(), SIZE, BYTES, List.of()))
                .withMessageContaining("nothing proves go1.24.1.linux-amd64.tar.gz (Go 1.24.1, linux/amd64)")
                .withMessageContaining("pin its SHA-256")
                .withMessageContaining(BYTES);
    }

    @Test
    public void aMirrorsOwnDigestIsNoProof() {
        assertThatExceptionOfType(VerificationException.class)
                .isThrownBy(() -> verifier().proveArchive(tarGz(), SIZE, BYTES, List.of(untrusted(BYTES, "mirror"))))
                .withMessageContaining("nothing proves")
                .withMessageContaining("mirror (not trusted by itself)");
    }

    @Test
    public void bytesThatDifferFromATrustedDigestAreRefusedWithBoth() {
        assertThatExceptionOfType(VerificationException.class)
                .isThrownBy(() -> verifier().proveArchive(tarGz(), SIZE, OTHER, List.of(trusted(BYTES, "go.dev"))))
                .withMessageContaining(BYTES + " says go.dev")
                .withMessageContaining("the bytes received have " + OTHER);
    }

    @Test
    public void aPinThatDiffersIsRefusedEvenWhereTheIndexAgrees() {
        assertThatExceptionOfType(VerificationException.class)
                .isThrownBy(() ->
                        verifier().proveArchive(tarGz(), SIZE, BYTES, List.of(trusted(BYTES, "go.dev"), pin(OTHER))))
                .withMessageContaining(BYTES + " says go.dev")
                .withMessageContaining(OTHER + " says the pin");
    }

    @Test
    public void anUntrustedDigestThatDisagreesIsAnAlarm() {
        assertThatExceptionOfType(VerificationException.class)
                .isThrownBy(() -> verifier()
                        .proveArchive(tarGz(), SIZE, BYTES, List.of(trusted(BYTES, "go.dev"), untrusted(OTHER, "mirror"))))
                .withMessageContaining(BYTES + " says go.dev")
                .withMessageContaining(OTHER + " says mirror (not trusted by itself)");
    }

    @Test
    public void anotherSizeThanTheSourceSaysIsRefused() {
        assertThatExceptionOfType(VerificationException.class)
                .isThrownBy(() -> verifier().proveArchive(tarGz(), SIZE - 1, BYTES, List.of(pin(BYTES))))
                .withMessageContaining("has 999 bytes, and its source says 1000");
    }

    @Test
    public void whatWasUnpackedMustBeWhatWasProven() throws Exception {
        Verifier verifier = verifier();
        ProvenArchive archive = verifier.proveArchive(tarGz(), SIZE, BYTES, List.of(pin(BYTES)));

        assertThatExceptionOfType(VerificationException.class)
                .isThrownBy(() -> verifier.proveTree(archive, OTHER, tree("VERSION")))
                .withMessageContaining("changed on the disk")
                .withMessageContaining(BYTES)
                .withMessageContaining(OTHER);
    }

    @Test
    public void aPinMeetsTheRequirementOfASha256() throws Exception {
        assertThat(verifier(Requirement.SHA256)
                        .proveArchive(tarGz(), SIZE, BYTES, List.of(pin(BYTES)))
                        .evidence())
                .hasSize(1);
    }

    @Test
    public void aRequiredSignatureThatIsNotThereIsLacking() {
        assertThatExceptionOfType(VerificationException.class)
                .isThrownBy(() -> verifier(Requirement.SIGNATURE).proveArchive(tarGz(), SIZE, BYTES, List.of(pin(BYTES))))
                .withMessageContaining("lacks the evidence that is required: signature");
    }

    @Test
    public void whatNoArchiveHasIsNotAskedOfAny() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> verifier(Requirement.SIGNATURE, Requirement.SUMDB))
                .withMessageContaining("no archive has both");
    }

    @Test
    public void onlyATarGzCanHaveARequiredSignature() throws Exception {
        Verifier verifier = verifier(Requirement.SIGNATURE);
        assertThat(verifier.whyNever(Packaging.TAR_GZ)).isEmpty();
        assertThat(verifier.whyNever(Packaging.ZIP)).get().asString().contains("only the .tar.gz");
        assertThat(verifier.whyNever(Packaging.MODULE_ZIP)).isPresent();
    }

    @Test
    public void aRequiredDatabaseThatIsOffIsAConfigurationError() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> verifier(Requirement.SUMDB))
                .withMessageContaining("GOSUMDB=off");
    }

    @Test
    public void withoutRequirementsEveryPackagingCanBeProven() throws Exception {
        assertThat(verifier().whyNever(Packaging.TAR_GZ)).isEmpty();
    }
}
