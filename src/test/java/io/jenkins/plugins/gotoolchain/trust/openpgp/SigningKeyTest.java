package io.jenkins.plugins.gotoolchain.trust.openpgp;

import static io.jenkins.plugins.gotoolchain.trust.openpgp.Desk.ARCHIVE;
import static io.jenkins.plugins.gotoolchain.trust.openpgp.TestPublisher.BORN;
import static io.jenkins.plugins.gotoolchain.trust.openpgp.TestPublisher.THREE_YEARS;
import static io.jenkins.plugins.gotoolchain.trust.openpgp.TestPublisher.USER_ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jenkins.plugins.gotoolchain.failure.VerificationException;
import java.time.Duration;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyAlgorithmTags;
import org.bouncycastle.bcpg.sig.KeyFlags;
import org.bouncycastle.bcpg.sig.RevocationReasonTags;
import org.bouncycastle.openpgp.PGPKeyPair;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSignature;
import org.junit.Rule;
import org.junit.Test;

/** What the key and its subkeys must be like, so that a signature by them counts. All of these are right over the bytes. */
public class SigningKeyTest {

    private static final TestPublisher PUBLISHER = new TestPublisher();
    private static final PGPPublicKey PRIMARY = PUBLISHER.primary.getPublicKey();
    private static final PGPPublicKey SUBKEY = KeyRing.asSubkey(PUBLISHER.subkey);
    private static final String SUBKEY_NAME = "the subkey " + Fingerprint.of(SUBKEY.getFingerprint());
    private static final String PRIMARY_NAME = "the signing key " + PUBLISHER.fingerprint();
    private static final Instant MADE = Instant.parse("2023-05-05T05:05:05Z");
    private static final Instant BEFORE = MADE.minus(Duration.ofDays(30));
    private static final Instant AFTER = MADE.plus(Duration.ofDays(30));

    @Rule
    public final Desk desk = new Desk(PUBLISHER);

    private ThrowableAssertAlternative<VerificationException> refused(KeyRing ring) {
        return refused(ring, MADE);
    }

    private ThrowableAssertAlternative<VerificationException> refused(KeyRing ring, Instant made) {
        return assertThatExceptionOfType(VerificationException.class)
                .isThrownBy(() -> desk.anew(ring).verify(PUBLISHER.sign(ARCHIVE, made)))
                .withMessageContaining("does not count: ");
    }

    private void taken(KeyRing ring) throws Exception {
        assertThat(desk.anew(ring).verify(PUBLISHER.sign(ARCHIVE, MADE))).isNotNull();
    }

    private static KeyRing with(PGPSignature... bindings) throws Exception {
        return PUBLISHER.withoutSubkey().subkey(PUBLISHER.subkey, bindings);
    }

    private static PGPSignature revocation(PGPKeyPair by, int type, Instant at, byte reason, PGPPublicKey... over)
            throws Exception {
        Signing revocation = Signing.by(by, type).at(at).reason(reason);
        return over.length == 1 ? revocation.over(over[0]) : revocation.over(over[0], over[1]);
    }

    private static PGPSignature subkeyRevoked(Instant at, byte reason) throws Exception {
        return revocation(PUBLISHER.primary, PGPSignature.SUBKEY_REVOCATION, at, reason, PRIMARY, SUBKEY);
    }

    private static PGPSignature primaryRevoked(Instant at, byte reason) throws Exception {
        return revocation(PUBLISHER.primary, PGPSignature.KEY_REVOCATION, at, reason, PRIMARY);
    }

    private static KeyRing revoked(PGPSignature revocation) throws Exception {
        return KeyRing.of(PUBLISHER.primary, revocation)
                .userId(USER_ID, PUBLISHER.certification().over(USER_ID, PRIMARY))
                .subkey(PUBLISHER.subkey, PUBLISHER.binding(PUBLISHER.subkey));
    }

    @Test
    public void aSubkeyCountsFromItsBirthUntilItExpires() {
        refused(PUBLISHER.ring(), BORN.minusSeconds(60))
                .withMessageContaining("the signing key " + PUBLISHER.fingerprint()
                        + " began to exist on 2022-03-01 12:00:00 UTC, and the signature was made before, on 2022-03-01 11:59:00");
        desk.now = BORN.plus(THREE_YEARS).plus(Duration.ofDays(400));
        refused(PUBLISHER.ring(), BORN.plus(THREE_YEARS))
                .withMessageContaining(SUBKEY_NAME + " expired on 2025-02-28 12:00:00 UTC, and the signature was made after that");
    }

    @Test
    public void aSubkeyIsNoOlderThanItself() throws Exception {
        PGPKeyPair young = Signing.newKey(AFTER);
        desk.publish(PUBLISHER.ring().subkey(young, PUBLISHER.binding(young)).armored());
        String signature = KeyRing.armored(Signing.by(young, PGPSignature.BINARY_DOCUMENT).at(MADE).over(ARCHIVE));

        assertThatExceptionOfType(VerificationException.class)
                .isThrownBy(() -> desk.verify(signature))
                .withMessageContaining("the subkey " + Fingerprint.of(young.getPublicKey().getFingerprint())
                        + " began to exist on");
    }

    @Test
    public void whatASubkeySignedInItsTimeCountsAfterIt() throws Exception {
        desk.now = BORN.plus(THREE_YEARS).plus(Duration.ofDays(4000));
        taken(PUBLISHER.ring());
    }

    @Test
    public void theNewestBindingSaysWhenASubkeyExpires() throws Exception {
        PGPSignature cross = PUBLISHER.crossCertification(PUBLISHER.subkey);
        PGPSignature shorter = PUBLISHER.bind(KeyFlags.SIGN_DATA).embedding(cross)
                .keyExpiresAfter(Duration.ofDays(10)).at(AFTER).over(PRIMARY, SUBKEY);

        refused(with(PUBLISHER.binding(PUBLISHER.subkey), shorter)).withMessageContaining("expired on 2022-03-11");
        refused(with(shorter, PUBLISHER.binding(PUBLISHER.subkey))).withMessageContaining("expired on 2022-03-11");
    }

    @Test
    public void anExpiredSigningKeyTakesItsSubkeysAlong() throws Exception {
        PGPSignature expires = PUBLISHER.certification().keyExpiresAfter(Duration.ofDays(365)).over(USER_ID, PRIMARY);
        KeyRing ring = KeyRing.of(PUBLISHER.primary).userId(USER_ID, expires)
                .subkey(PUBLISHER.subkey, PUBLISHER.binding(PUBLISHER.subkey));

        refused(ring).withMessageContaining(PRIMARY_NAME + " expired on 2023-03-01 12:00:00 UTC");
    }

    @Test
    public void aDirectSignatureOfTheKeyIsAsGoodAsOneOverAUserId() throws Exception {
        PGPSignature direct = Signing.by(PUBLISHER.primary, PGPSignature.DIRECT_KEY)
                .flags(KeyFlags.CERTIFY_OTHER | KeyFlags.SIGN_DATA).over(PRIMARY);
        taken(KeyRing.of(PUBLISHER.primary, direct).subkey(PUBLISHER.subkey, PUBLISHER.binding(PUBLISHER.subkey)));
    }

    @Test
    public void aKeyThatIsReplacedStandsByWhatItSignedBefore() throws Exception {
        taken(revoked(primaryRevoked(AFTER, RevocationReasonTags.KEY_SUPERSEDED)));
        taken(revoked(primaryRevoked(AFTER, RevocationReasonTags.KEY_RETIRED)));
        refused(revoked(primaryRevoked(BEFORE, RevocationReasonTags.KEY_SUPERSEDED)))
                .withMessageContaining(PRIMARY_NAME + " was revoked on 2023-04-05 05:05:05 UTC (replaced by another key),"
                        + " and the signature was made on 2023-05-05 05:05:05 UTC");
    }

    @Test
    public void nothingCountsOfAKeyThatMayBeInOtherHands() throws Exception {
        refused(revoked(primaryRevoked(AFTER, RevocationReasonTags.KEY_COMPROMISED)))
                .withMessageContaining(PRIMARY_NAME + " was revoked on 2023-06-04")
                .withMessageContaining("(it may be in other hands), and nothing that it signed counts");
        refused(revoked(primaryRevoked(AFTER, RevocationReasonTags.NO_REASON))).withMessageContaining("(no reason given)");
        refused(revoked(Signing.by(PUBLISHER.primary, PGPSignature.KEY_REVOCATION).at(AFTER).over(PRIMARY)))
                .withMessageContaining("(no reason given), and nothing that it signed counts");
    }

    @Test
    public void ofSeveralRevocationsTheHardestCounts() throws Exception {
        refused(revoked(primaryRevoked(AFTER, RevocationReasonTags.KEY_SUPERSEDED))
                        .and(primaryRevoked(AFTER, RevocationReasonTags.KEY_SUPERSEDED))
                        .and(subkeyRevoked(AFTER, RevocationReasonTags.KEY_RETIRED))
                        .and(subkeyRevoked(AFTER.plusSeconds(5), RevocationReasonTags.KEY_COMPROMISED)))
                .withMessageContaining(SUBKEY_NAME + " was revoked")
                .withMessageContaining("nothing that it signed counts");
    }

    @Test
    public void aRevokedSubkeyIsJudgedInTheSameWay() throws Exception {
        PGPSignature binding = PUBLISHER.binding(PUBLISHER.subkey);

        taken(with(binding, subkeyRevoked(AFTER, RevocationReasonTags.KEY_RETIRED)));
        refused(with(binding, subkeyRevoked(BEFORE, RevocationReasonTags.KEY_RETIRED)))
                .withMessageContaining(SUBKEY_NAME + " was revoked on")
                .withMessageContaining("(not used any more)");
        refused(with(binding, subkeyRevoked(AFTER, RevocationReasonTags.KEY_COMPROMISED)))
                .withMessageContaining("nothing that it signed counts");
    }

    @Test
    public void nobodyElseCanRevokeAKey() throws Exception {
        PGPKeyPair stranger = Signing.newKey(BORN);
        PGPSignature byStranger = revocation(
                stranger, PGPSignature.KEY_REVOCATION, BEFORE, RevocationReasonTags.KEY_COMPROMISED, PRIMARY);
        PGPSignature underItsName = Signing.by(stranger, PGPSignature.KEY_REVOCATION).at(BEFORE).withoutFingerprint()
                .with(subpackets -> subpackets.setIssuerKeyID(false, PUBLISHER.primary.getKeyID())).over(PRIMARY);

        taken(revoked(byStranger));
        taken(revoked(underItsName));
    }

    @Test
    public void aSubkeyHasToBeBound() throws Exception {
        refused(with()).withMessageContaining(SUBKEY_NAME + " is not bound to the signing key");
    }

    @Test
    public void aSubkeyThatSomebodyElseBindsIsNotBound() throws Exception {
        PGPKeyPair stranger = Signing.newKey(BORN);
        PGPSignature underItsName = Signing.by(stranger, PGPSignature.SUBKEY_BINDING).flags(KeyFlags.SIGN_DATA)
                .embedding(PUBLISHER.crossCertification(PUBLISHER.subkey)).withoutFingerprint()
                .with(subpackets -> subpackets.setIssuerKeyID(false, PUBLISHER.primary.getKeyID()))
                .over(PRIMARY, SUBKEY);

        refused(with(underItsName)).withMessageContaining("is not bound to the signing key");
    }

    @Test
    public void aBindingOfAnotherSubkeyBindsNoOther() throws Exception {
        refused(with(PUBLISHER.binding(Signing.newKey(BORN)))).withMessageContaining("is not bound to the signing key");
    }

    @Test
    public void aSubkeyThatMayNotSignDoesNot() throws Exception {
        PGPSignature cross = PUBLISHER.crossCertification(PUBLISHER.subkey);
        for (int flags : new int[] {KeyFlags.ENCRYPT_COMMS | KeyFlags.ENCRYPT_STORAGE, KeyFlags.AUTHENTICATION, 0}) {
            refused(with(PUBLISHER.bind(flags).embedding(cross).over(PRIMARY, SUBKEY)))
                    .withMessageContaining(SUBKEY_NAME + " may not sign");
        }
        refused(with(Signing.by(PUBLISHER.primary, PGPSignature.SUBKEY_BINDING).embedding(cross).over(PRIMARY, SUBKEY)))
                .withMessageContaining("may not sign");
    }

    @Test
    public void aSigningKeyThatOnlyBindsDoesNotSign() throws Exception {
        PGPSignature binds = Signing.by(PUBLISHER.primary, PGPSignature.POSITIVE_CERTIFICATION)
                .flags(KeyFlags.CERTIFY_OTHER).over(USER_ID, PRIMARY);
        KeyRing ring = KeyRing.of(PUBLISHER.primary).userId(USER_ID, binds)
                .subkey(PUBLISHER.subkey, PUBLISHER.binding(PUBLISHER.subkey));
        taken(ring);

        PGPSignature byPrimary = Signing.by(PUBLISHER.primary, PGPSignature.BINARY_DOCUMENT).at(MADE).over(ARCHIVE);
        assertThatExceptionOfType(VerificationException.class)
                .isThrownBy(() -> desk.verify(KeyRing.armored(byPrimary)))
                .withMessageContaining(PRIMARY_NAME + " is not meant for signing data");
    }

    /** Somebody hangs a subkey that signs for somebody else at a key of their own. */
    @Test
    public void aSubkeyHasToAgree() throws Exception {
        refused(with(PUBLISHER.bind(KeyFlags.SIGN_DATA).over(PRIMARY, SUBKEY)))
                .withMessageContaining(SUBKEY_NAME + " has not agreed to belong to the signing key");
    }

    @Test
    public void theAgreementHasToBeTheSubkeysAndToThisKey() throws Exception {
        PGPKeyPair stranger = Signing.newKey(BORN);
        PGPSignature byStranger =
                Signing.by(stranger, PGPSignature.PRIMARYKEY_BINDING).over(PRIMARY, SUBKEY);
        PGPSignature toStranger =
                Signing.by(PUBLISHER.subkey, PGPSignature.PRIMARYKEY_BINDING).over(stranger.getPublicKey(), SUBKEY);
        PGPSignature ofAnotherKind =
                Signing.by(PUBLISHER.subkey, PGPSignature.SUBKEY_BINDING).over(PRIMARY, SUBKEY);

        for (PGPSignature agreement : new PGPSignature[] {byStranger, toStranger, ofAnotherKind}) {
            refused(with(PUBLISHER.bind(KeyFlags.SIGN_DATA).embedding(agreement).over(PRIMARY, SUBKEY)))
                    .withMessageContaining("no valid cross-certification");
        }
    }

    @Test
    public void aKeyWithoutAValidSignatureOfItsOwnIsNone() throws Exception {
        PGPSignature binding = PUBLISHER.binding(PUBLISHER.subkey);
        refused(KeyRing.of(PUBLISHER.primary).subkey(PUBLISHER.subkey, binding))
                .withMessageContaining(PRIMARY_NAME + " has no valid signature of its own");

        PGPSignature takenBack =
                Signing.by(PUBLISHER.primary, PGPSignature.CERTIFICATION_REVOCATION).at(BEFORE).over(USER_ID, PRIMARY);
        refused(KeyRing.of(PUBLISHER.primary)
                        .userId(USER_ID, PUBLISHER.certification().over(USER_ID, PRIMARY), takenBack)
                        .subkey(PUBLISHER.subkey, binding))
                .withMessageContaining("has no valid signature of its own");
    }

    @Test
    public void aSignatureOfTheKeyWithSomethingCriticalThatIsNotUnderstoodIsAsIfItWereNotThere() throws Exception {
        PGPSignature binding = PUBLISHER.bind(KeyFlags.SIGN_DATA).embedding(PUBLISHER.crossCertification(PUBLISHER.subkey))
                .with(subpackets -> subpackets.addCustomSubpacket(new Unheard(true, 105))).over(PRIMARY, SUBKEY);
        refused(with(binding)).withMessageContaining("is not bound");
    }

    /** As in the published copies of Go's key. */
    @Test
    public void aKeyMaySpeakOfItselfInSha1ButNotInMd5() throws Exception {
        PGPKeyPair rsa = Signing.newKey("RSA", PublicKeyAlgorithmTags.RSA_GENERAL, 2048, BORN);
        Fingerprint pinned = Fingerprint.of(rsa.getPublicKey().getFingerprint());
        PGPSignature inSha1 = Signing.by(rsa, PGPSignature.POSITIVE_CERTIFICATION).hash(HashAlgorithmTags.SHA1)
                .over(USER_ID, rsa.getPublicKey());
        PGPSignature inMd5 = Signing.by(rsa, PGPSignature.POSITIVE_CERTIFICATION).hash(HashAlgorithmTags.MD5)
                .over(USER_ID, rsa.getPublicKey());

        SigningKey sha1 = SigningKey.decode(KeyRing.of(rsa).userId(USER_ID, inSha1).packets(), pinned);
        SigningKey md5 = SigningKey.decode(KeyRing.of(rsa).userId(USER_ID, inMd5).packets(), pinned);

        assertThat(sha1.objection(sha1.parts().get(0), MADE)).isNull();
        assertThat(md5.objection(md5.parts().get(0), MADE)).contains("has no valid signature of its own");
    }

    @Test
    public void weakAndUnusualKeysAreNotTaken() throws Exception {
        PGPKeyPair small = Signing.newKey("RSA", PublicKeyAlgorithmTags.RSA_GENERAL, 1024, BORN);
        PGPKeyPair dsa = Signing.newKey("DSA", PublicKeyAlgorithmTags.DSA, 2048, BORN);
        desk.publish(PUBLISHER.ring()
                .subkey(small, PUBLISHER.binding(small))
                .subkey(dsa, PUBLISHER.binding(dsa))
                .armored());

        assertThatExceptionOfType(VerificationException.class)
                .isThrownBy(() -> desk.verify(KeyRing.armored(
                        Signing.by(small, PGPSignature.BINARY_DOCUMENT).at(MADE).over(ARCHIVE))))
                .withMessageContaining("has only 1024 bits of RSA, and 2048 are the least");
        assertThatExceptionOfType(VerificationException.class)
                .isThrownBy(() -> desk.verify(KeyRing.armored(
                        Signing.by(dsa, PGPSignature.BINARY_DOCUMENT).at(MADE).over(ARCHIVE))))
                .withMessageContaining("is of an algorithm that is not taken (number 17)");
    }
}
