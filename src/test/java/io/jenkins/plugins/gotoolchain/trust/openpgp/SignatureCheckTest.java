package io.jenkins.plugins.gotoolchain.trust.openpgp;

import static io.jenkins.plugins.gotoolchain.trust.openpgp.Desk.ARCHIVE;
import static io.jenkins.plugins.gotoolchain.trust.openpgp.Desk.NOW;
import static io.jenkins.plugins.gotoolchain.trust.openpgp.TestPublisher.BORN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jenkins.plugins.gotoolchain.failure.UnreachableException;
import io.jenkins.plugins.gotoolchain.failure.VerificationException;
import io.jenkins.plugins.gotoolchain.testing.Content;
import io.jenkins.plugins.gotoolchain.testing.Fault;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyAlgorithmTags;
import org.bouncycastle.openpgp.PGPKeyPair;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPV3SignatureGenerator;
import org.bouncycastle.openpgp.operator.jcajce.JcaPGPContentSignerBuilder;
import org.junit.Rule;
import org.junit.Test;

/** What the signature itself must be like. What its key must be like is tested beside this. */
public class SignatureCheckTest {

    private static final TestPublisher PUBLISHER = new TestPublisher();
    private static final Instant MADE = Instant.parse("2024-05-05T05:05:05Z");

    @Rule
    public final Desk desk = new Desk(PUBLISHER);

    private ThrowableAssertAlternative<VerificationException> refused(String signature) {
        return assertThatExceptionOfType(VerificationException.class)
                .isThrownBy(() -> desk.verify(signature))
                .withMessageContaining("the signature of go1.24.1.linux-amd64.tar.gz")
                .withMessageContaining(desk.server.uri("/archive.asc").toString());
    }

    private ThrowableAssertAlternative<VerificationException> refused(Signing signing) throws Exception {
        return refused(KeyRing.armored(signing.over(ARCHIVE)));
    }

    @Test
    public void aSignatureByASubkeyOfThePinnedKeyHolds() throws Exception {
        VerifiedSignature signature = desk.verify(PUBLISHER.sign(ARCHIVE, MADE));

        assertThat(signature.key()).isEqualTo(PUBLISHER.fingerprint());
        assertThat(signature.signer()).isEqualTo(Fingerprint.of(PUBLISHER.subkey.getPublicKey().getFingerprint()));
        assertThat(signature.made()).isEqualTo(MADE);
        assertThat(signature.hash()).isEqualTo("SHA-256");
        assertThat(signature.from()).isEqualTo(desk.server.uri("/archive.asc").toString());
    }

    @Test
    public void aSignatureByThePinnedKeyItselfHolds() throws Exception {
        PGPSignature signature = Signing.by(PUBLISHER.primary, PGPSignature.BINARY_DOCUMENT).at(MADE).over(ARCHIVE);

        assertThat(desk.verify(KeyRing.armored(signature)).signer()).isEqualTo(PUBLISHER.fingerprint());
    }

    @Test
    public void aSignatureThatNamesItsKeyByIdOnlyHolds() throws Exception {
        assertThat(desk.verify(KeyRing.armored(PUBLISHER.signature(MADE).withoutFingerprint().over(ARCHIVE)))).isNotNull();
    }

    @Test
    public void theStrongHashesAreTaken() throws Exception {
        int[] hashes = {HashAlgorithmTags.SHA256, HashAlgorithmTags.SHA384, HashAlgorithmTags.SHA512};
        for (int hash : hashes) {
            String signature = KeyRing.armored(PUBLISHER.signature(MADE).hash(hash).over(ARCHIVE));
            assertThat(desk.verify(signature).hash()).isEqualTo(Algorithms.hashName(hash));
        }
    }

    @Test
    public void keysOfAllAlgorithmsThatAreTakenWork() throws Exception {
        PGPKeyPair[] keys = {
            Signing.newKey("RSA", PublicKeyAlgorithmTags.RSA_GENERAL, 2048, BORN),
            Signing.newKey("EC", PublicKeyAlgorithmTags.ECDSA, 384, BORN),
            Signing.newKey("Ed25519", PublicKeyAlgorithmTags.EDDSA_LEGACY, 0, BORN),
            Signing.newKey("Ed25519", PublicKeyAlgorithmTags.Ed25519, 0, BORN),
        };
        for (PGPKeyPair key : keys) {
            desk.publish(PUBLISHER.ring().subkey(key, PUBLISHER.binding(key)).armored());
            PGPSignature signature = Signing.by(key, PGPSignature.BINARY_DOCUMENT).at(MADE).over(ARCHIVE);
            assertThat(desk.verify(KeyRing.armored(signature)).signer())
                    .isEqualTo(Fingerprint.of(key.getPublicKey().getFingerprint()));
        }
    }

    @Test
    public void noneThereIsSaidSo() {
        desk.server.always("/archive.asc", Fault.status(404, "Not Found"));
        refused("").withMessageContaining("is not there (404)").withMessageContaining("to do: use a source that has");
        desk.server.always("/archive.asc", Fault.status(403, "Forbidden"));
        refused("").withMessageContaining("is refused (403)");
    }

    @Test
    public void noAnswerIsTheNetworksFault() {
        desk.server.always("/archive.asc", Fault.status(503, "Service Unavailable"));
        assertThatExceptionOfType(UnreachableException.class)
                .isThrownBy(() -> desk.verify(""))
                .withMessageContaining("503");
    }

    @Test
    public void aPageIsNoSignature() {
        refused("\n <!DOCTYPE html>\n<html><body>Sign in</body></html>\n").withMessageContaining("is a web page");
    }

    @Test
    public void whatIsNoArmorIsSaidSo() {
        refused("").withMessageContaining("is empty");
        refused("cb2396bae64183cd  go1.24.1.linux-amd64.tar.gz\n")
                .withMessageContaining("has no ASCII armor: it begins with \"cb2396bae64183cd  go1.24.1");
    }

    @Test
    public void aBareSignatureWithoutArmorIsNotTaken() throws Exception {
        byte[] bare = PUBLISHER.signature(MADE).over(ARCHIVE).getEncoded();
        desk.server.file("/archive.asc", new Content(bare, "application/pgp-signature", null, null));
        assertThatExceptionOfType(VerificationException.class)
                .isThrownBy(() -> desk.check().claim(desk.server.uri("/archive.asc"), "it"))
                .withMessageContaining("has no ASCII armor");
    }

    @Test
    public void damagedArmorIsSaidSo() {
        String signature = PUBLISHER.sign(ARCHIVE, MADE);
        String[] lines = signature.split("\n");
        refused(signature.substring(0, signature.length() / 2)).withMessageContaining("breaks off: its armor has no end");
        refused(signature.replace(lines[3], "****")).withMessageContaining("no base64");
        char other = lines[3].charAt(5) == 'A' ? 'B' : 'A';
        refused(signature.replace(lines[3], lines[3].substring(0, 5) + other + lines[3].substring(6)))
                .withMessageContaining("the checksum of its armor");
    }

    @Test
    public void anythingElseInArmorIsSaidToBeThat() {
        refused(PUBLISHER.key()).withMessageContaining("holds a PGP PUBLIC KEY BLOCK where a PGP SIGNATURE should be");
        refused("-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\nhello\n" + PUBLISHER.sign(ARCHIVE, MADE))
                .withMessageContaining("holds a PGP SIGNED MESSAGE where");
        refused(PUBLISHER.key().replace("PUBLIC KEY BLOCK", "SIGNATURE"))
                .withMessageContaining("holds something else than signatures");
        refused(KeyRing.armored(new byte[] {(byte) 0xc2, 3, 9, 9, 9}).replace("PGP MESSAGE", "PGP SIGNATURE"))
                .withMessageContaining("cannot be used");
    }

    @Test
    public void aSignatureFileWithoutAnEndIsNotReadToItsEnd() {
        String much = "A".repeat(70_000);
        assertThatExceptionOfType(UnreachableException.class)
                .isThrownBy(() -> desk.verify(PUBLISHER.sign(ARCHIVE, MADE) + much))
                .withMessageContaining("larger than");
    }

    @Test
    public void moreSignaturesThanAnybodyMakesAreNotTaken() throws Exception {
        PGPSignature one = PUBLISHER.signature(MADE).over(ARCHIVE);
        PGPSignature[] many = new PGPSignature[17];
        Arrays.fill(many, one);
        refused(KeyRing.armored(many)).withMessageContaining("holds more than 16 signatures");
        refused(KeyRing.armored(Arrays.copyOf(many, 5))).withMessageContaining("it holds 5 signatures by the same key");
    }

    @Test
    public void aSignatureBySomebodyElseIsNone() throws Exception {
        PGPKeyPair stranger = Signing.newKey(BORN);
        String signature = KeyRing.armored(Signing.by(stranger, PGPSignature.BINARY_DOCUMENT).at(MADE).over(ARCHIVE));

        refused(signature)
                .withMessageContaining("it is by " + Shown.keyId(stranger.getKeyID()))
                .withMessageContaining("neither the pinned key " + PUBLISHER.fingerprint() + " nor a subkey of it")
                .withMessageContaining("/key.asc");
    }

    @Test
    public void aSignatureThatBorrowsTheKeysIdButNamesAnotherFingerprintIsNone() throws Exception {
        PGPKeyPair stranger = Signing.newKey(BORN);
        Signing lying = PUBLISHER.signature(MADE).withoutFingerprint()
                .with(subpackets -> subpackets.setIssuerFingerprint(false, stranger.getPublicKey()));
        refused(lying).withMessageContaining("neither the pinned key");
    }

    @Test
    public void signaturesByOthersBesideThatOfThePinnedKeyDoNotMatter() throws Exception {
        PGPSignature others = Signing.by(Signing.newKey(BORN), PGPSignature.BINARY_DOCUMENT).at(MADE).over(new byte[3]);
        PGPSignature ours = PUBLISHER.signature(MADE).over(ARCHIVE);

        assertThat(desk.verify(KeyRing.armored(others, ours)).key()).isEqualTo(PUBLISHER.fingerprint());
        assertThat(desk.verify(KeyRing.armored(others) + "\n" + KeyRing.armored(ours)).key())
                .isEqualTo(PUBLISHER.fingerprint());
    }

    @Test
    public void ofSeveralByThePinnedKeyEachHasToHold() throws Exception {
        PGPSignature good = PUBLISHER.signature(MADE).over(ARCHIVE);
        PGPSignature byPrimary = Signing.by(PUBLISHER.primary, PGPSignature.BINARY_DOCUMENT).at(MADE).over(ARCHIVE);
        PGPSignature bad = PUBLISHER.signature(MADE).over(new byte[3]);

        assertThat(desk.verify(KeyRing.armored(good, byPrimary))).isNotNull();
        refused(KeyRing.armored(good, bad)).withMessageContaining("is of another file");
    }

    @Test
    public void weakHashesAreNotTaken() throws Exception {
        PGPKeyPair rsa = Signing.newKey("RSA", PublicKeyAlgorithmTags.RSA_GENERAL, 2048, BORN);
        desk.publish(PUBLISHER.ring().subkey(rsa, PUBLISHER.binding(rsa)).armored());
        Signing signing = Signing.by(rsa, PGPSignature.BINARY_DOCUMENT).at(MADE);

        refused(signing.hash(HashAlgorithmTags.MD5)).withMessageContaining("uses the hash MD5, which is too weak");
        refused(signing.hash(HashAlgorithmTags.SHA1)).withMessageContaining("uses the hash SHA-1, which is too weak");
    }

    @Test
    public void aSignatureOverTextIsNotOneOverTheBytes() throws Exception {
        refused(Signing.by(PUBLISHER.subkey, PGPSignature.CANONICAL_TEXT_DOCUMENT).at(MADE))
                .withMessageContaining("its type is 0x01, and 0x00 is wanted");
    }

    @Test
    @SuppressWarnings("deprecation")
    public void theOldFormOfSignaturesIsNotTaken() throws Exception {
        PGPV3SignatureGenerator old = new PGPV3SignatureGenerator(new JcaPGPContentSignerBuilder(
                PublicKeyAlgorithmTags.ECDSA, HashAlgorithmTags.SHA256));
        old.init(PGPSignature.BINARY_DOCUMENT, PUBLISHER.subkey.getPrivateKey());
        old.update(ARCHIVE);
        refused(KeyRing.armored(old.generate())).withMessageContaining("is of the old version 3");
    }

    @Test
    public void aSignatureHasToSayWhenItWasMadeAndNothingCriticalThatIsNotUnderstood() throws Exception {
        byte[] timeless = PUBLISHER.signature(MADE).over(ARCHIVE).getEncoded();
        int time = new String(timeless, StandardCharsets.ISO_8859_1).indexOf("\5\2");
        timeless[time + 1] = 101; // a private type
        refused(KeyRing.armored(timeless)).withMessageContaining("does not say when it was made");
        refused(PUBLISHER.signature(MADE).with(subpackets ->
                        subpackets.addCustomSubpacket(new Unheard(true, 105))))
                .withMessageContaining("says something critical that is not understood");
        assertThat(desk.verify(KeyRing.armored(PUBLISHER.signature(MADE)
                        .with(subpackets -> subpackets.addCustomSubpacket(new Unheard(false, 105)))
                        .over(ARCHIVE))))
                .isNotNull();
    }

    @Test
    public void aSignatureOfTomorrowHasToWait() throws Exception {
        assertThat(desk.verify(PUBLISHER.sign(ARCHIVE, NOW.plus(Duration.ofHours(23))))).isNotNull();
        refused(PUBLISHER.sign(ARCHIVE, NOW.plus(Duration.ofHours(25))))
                .withMessageContaining("was made on 2024-06-02 01:00:00 UTC, which is later than now")
                .withMessageContaining("clock");
    }

    @Test
    public void aSignatureWhoseOwnTimeIsOverIsNotTaken() throws Exception {
        Signing signing = PUBLISHER.signature(MADE)
                .with(subpackets -> subpackets.setSignatureExpirationTime(false, Duration.ofDays(10).toSeconds()));
        refused(signing).withMessageContaining("is good until 2024-05-15 05:05:05 UTC only");
    }

    @Test
    public void aSignatureOfAnotherFileIsSaidToBeThat() throws Exception {
        refused(PUBLISHER.sign(new byte[] {1, 2, 3}, MADE))
                .withMessageContaining("is of another file")
                .withMessageContaining("made on 2024-05-05 05:05:05 UTC by the subkey "
                        + Fingerprint.of(PUBLISHER.subkey.getPublicKey().getFingerprint()))
                .withMessageContaining("the bytes received have sha256 " + Desk.sha256(ARCHIVE));
    }

    @Test
    public void aForgedSignatureIsSaidToBeWrong() throws Exception {
        byte[] forged = PUBLISHER.signature(MADE).over(ARCHIVE).getEncoded();
        forged[forged.length - 3] ^= 1;
        refused(KeyRing.armored(forged)).withMessageContaining("is wrong: it says it is of these bytes");
    }

    @Test
    public void aSignatureThatTheKeyCannotHaveMadeIsRefused() throws Exception {
        PGPKeyPair rsa = Signing.newKey("RSA", PublicKeyAlgorithmTags.RSA_GENERAL, 2048, BORN);
        Signing lying = Signing.by(rsa, PGPSignature.BINARY_DOCUMENT).at(MADE).withoutFingerprint()
                .with(subpackets -> subpackets.setIssuerKeyID(false, PUBLISHER.subkey.getKeyID()));
        byte[] packet = lying.over(ARCHIVE).getEncoded();
        assertThatExceptionOfType(VerificationException.class).isThrownBy(() -> desk.verify(KeyRing.armored(packet)));
    }

    @Test
    public void aFileThatIsNotTheOneThatWasReceivedIsNeverProven() throws Exception {
        ClaimedSignature claimed = desk.claim(PUBLISHER.sign(ARCHIVE, MADE));
        String received = Desk.sha256("other bytes".getBytes(StandardCharsets.US_ASCII));

        assertThatExceptionOfType(VerificationException.class)
                .isThrownBy(() -> claimed.verify(desk.archive, received))
                .withMessageContaining("changed on the disk")
                .withMessageContaining(received + " came")
                .withMessageContaining(Desk.sha256(ARCHIVE) + " was read");
    }

    @Test
    public void whatHoldsOnceHoldsAgain() throws Exception {
        ClaimedSignature claimed = desk.claim(PUBLISHER.sign(ARCHIVE, MADE));
        VerifiedSignature first = claimed.verify(desk.archive, Desk.sha256(ARCHIVE));

        assertThat(claimed.verify(desk.archive, Desk.sha256(ARCHIVE))).isEqualTo(first);
    }

    @Test
    public void aSignatureIsReadFromAFolderToo() throws Exception {
        var asc = Files.writeString(desk.archive.resolveSibling("it.asc"), PUBLISHER.sign(ARCHIVE, MADE));
        ClaimedSignature claimed = desk.check().claim(asc.toUri(), "it");
        assertThat(claimed.verify(desk.archive, Desk.sha256(ARCHIVE)).from()).endsWith("/it.asc");

        Files.write(asc, new byte[70_000]);
        assertThatExceptionOfType(VerificationException.class)
                .isThrownBy(() -> desk.check().claim(asc.toUri(), "it"))
                .withMessageContaining("is larger than 65536 bytes");
        Files.delete(asc);
        assertThatExceptionOfType(VerificationException.class)
                .isThrownBy(() -> desk.check().claim(asc.toUri(), "it"))
                .withMessageContaining("is not there");
    }
}
