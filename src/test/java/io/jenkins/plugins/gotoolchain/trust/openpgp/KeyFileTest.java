package io.jenkins.plugins.gotoolchain.trust.openpgp;

import static io.jenkins.plugins.gotoolchain.trust.openpgp.Desk.ARCHIVE;
import static io.jenkins.plugins.gotoolchain.trust.openpgp.Desk.NOW;
import static io.jenkins.plugins.gotoolchain.trust.openpgp.TestPublisher.BORN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;
import io.jenkins.plugins.gotoolchain.failure.UnreachableException;
import io.jenkins.plugins.gotoolchain.failure.VerificationException;
import io.jenkins.plugins.gotoolchain.testing.Fault;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import org.bouncycastle.bcpg.sig.RevocationReasonTags;
import org.bouncycastle.openpgp.PGPKeyPair;
import org.bouncycastle.openpgp.PGPSignature;
import org.junit.Rule;
import org.junit.Test;

/** Where the key comes from, and what is remembered of it. */
public class KeyFileTest {

    private static final TestPublisher PUBLISHER = new TestPublisher();
    private static final Instant MADE = Instant.parse("2024-05-05T05:05:05Z");
    private static final String SIGNATURE = PUBLISHER.sign(ARCHIVE, MADE);

    @Rule
    public final Desk desk = new Desk(PUBLISHER);

    private static String byNewSubkey(PGPKeyPair subkey) throws Exception {
        return KeyRing.armored(Signing.by(subkey, PGPSignature.BINARY_DOCUMENT).at(MADE).over(ARCHIVE));
    }

    @Test
    public void theKeyIsFetchedOnceAndThenKept() throws Exception {
        desk.verify(SIGNATURE);
        desk.server.always("/key.asc", Fault.status(503, "Service Unavailable"));
        desk.verify(SIGNATURE);
        desk.verify(SIGNATURE);

        assertThat(desk.fetchedKey()).isEqualTo(1);
        assertThat(desk.kept()).isRegularFile();
    }

    @Test
    public void thePinnedKeyIsFoundAmongOthersInItsFile() throws Exception {
        desk.publish(new TestPublisher().key() + "\n" + PUBLISHER.key() + "\n" + new TestPublisher().key());
        assertThat(desk.verify(SIGNATURE)).isNotNull();
    }

    @Test
    public void anExchangedKeyIsRefusedAndNotKept() {
        TestPublisher other = new TestPublisher();
        desk.publish(other.key());

        assertThatExceptionOfType(VerificationException.class)
                .isThrownBy(() -> desk.verify(other.sign(ARCHIVE, MADE)))
                .withMessageContaining("the signing key " + PUBLISHER.fingerprint() + " is not to be had")
                .withMessageContaining(PUBLISHER.fingerprint() + " is pinned")
                .withMessageContaining(other.fingerprint() + " is there");
        assertThat(desk.kept()).doesNotExist();
    }

    @Test
    public void anExchangedKeyIsRefusedWhenItIsFetchedAnewToo() throws Exception {
        desk.verify(SIGNATURE);
        TestPublisher other = new TestPublisher();
        desk.publish(other.key());

        assertThatExceptionOfType(VerificationException.class)
                .isThrownBy(() -> desk.verify(other.sign(ARCHIVE, MADE)))
                .withMessageContaining(PUBLISHER.fingerprint() + " is pinned");
        assertThat(desk.verify(SIGNATURE)).isNotNull();
    }

    @Test
    public void whatIsNoKeyIsSaidToBeThat() {
        desk.publish("<html>Sign in</html>");
        assertThatExceptionOfType(VerificationException.class)
                .isThrownBy(() -> desk.verify(SIGNATURE))
                .withMessageContaining("/key.asc is a web page");
        desk.publish(SIGNATURE);
        assertThatExceptionOfType(VerificationException.class)
                .isThrownBy(() -> desk.verify(SIGNATURE))
                .withMessageContaining("holds a PGP SIGNATURE where a PGP PUBLIC KEY BLOCK should be");
        desk.server.always("/key.asc", Fault.status(404, "Not Found"));
        assertThatExceptionOfType(VerificationException.class)
                .isThrownBy(() -> desk.verify(SIGNATURE))
                .withMessageContaining("/key.asc is not there (404)")
                .withMessageContaining("--signing-key");
    }

    @Test
    public void aKeyThatCannotBeFetchedIsTheNetworksFaultAndAskedForOnce() throws Exception {
        desk.server.always("/key.asc", Fault.status(501, "Not Implemented"));
        SignatureCheck check = desk.check();
        long fetched = 0;
        for (int i = 0; i < 3; i++) {
            assertThatExceptionOfType(UnreachableException.class)
                    .isThrownBy(() -> desk.claim(check, SIGNATURE))
                    .withMessageContaining("the signing key " + PUBLISHER.fingerprint() + " cannot be fetched")
                    .withMessageContaining("give its file (--signing-key)");
            assertThat(desk.fetchedKey()).isEqualTo(fetched == 0 ? desk.fetchedKey() : fetched);
            fetched = desk.fetchedKey();
        }
    }

    @Test
    public void aNewSubkeyIsLearnedByFetchingTheKeyOnceMore() throws Exception {
        desk.verify(SIGNATURE);
        PGPKeyPair young = Signing.newKey(BORN);
        desk.publish(PUBLISHER.ring().subkey(young, PUBLISHER.binding(young)).armored());

        assertThat(desk.verify(byNewSubkey(young)).signer())
                .isEqualTo(Fingerprint.of(young.getPublicKey().getFingerprint()));
        assertThat(desk.fetchedKey()).isEqualTo(2);
        desk.verify(byNewSubkey(young));
        assertThat(desk.fetchedKey()).isEqualTo(2);
    }

    @Test
    public void anUnknownSubkeyIsAskedForOnceAndNotForEachArchive() throws Exception {
        desk.verify(SIGNATURE);
        SignatureCheck check = desk.check();
        String stranger = byNewSubkey(Signing.newKey(BORN));
        for (int i = 0; i < 3; i++) {
            assertThatExceptionOfType(VerificationException.class)
                    .isThrownBy(() -> desk.claim(check, stranger))
                    .withMessageContaining("nor a subkey of it");
        }
        assertThat(desk.fetchedKey()).isEqualTo(2);
    }

    @Test
    public void whereTheKeyCannotBeFetchedAnewBothIsSaid() throws Exception {
        desk.verify(SIGNATURE);
        desk.server.always("/key.asc", Fault.status(501, "Not Implemented"));
        String stranger = byNewSubkey(Signing.newKey(BORN));

        assertThatExceptionOfType(UnreachableException.class)
                .isThrownBy(() -> desk.verify(stranger))
                .withMessageContaining("nor a subkey of it")
                .withMessageContaining("cannot be fetched");
    }

    @Test
    public void theKeyIsLookedAtAnewEveryThirtyDays() throws Exception {
        desk.verify(SIGNATURE);
        desk.now = NOW.plus(Duration.ofDays(29));
        desk.verify(SIGNATURE);
        assertThat(desk.fetchedKey()).isEqualTo(1);
        desk.now = NOW.plus(Duration.ofDays(31));
        desk.verify(SIGNATURE);
        desk.verify(SIGNATURE);
        assertThat(desk.fetchedKey()).isEqualTo(2);
    }

    @Test
    public void whereThatFailsTheKeptOneIsUsedAndTheNextTryIsADayLater() throws Exception {
        desk.verify(SIGNATURE);
        desk.server.always("/key.asc", Fault.status(501, "Not Implemented"));
        desk.now = NOW.plus(Duration.ofDays(31));
        desk.verify(SIGNATURE);
        long fetched = desk.fetchedKey();
        desk.verify(SIGNATURE);
        assertThat(desk.fetchedKey()).isEqualTo(fetched);
        assertThat(desk.notices).singleElement().asString().contains("was not looked at anew").contains("501");
        desk.now = NOW.plus(Duration.ofDays(33));
        desk.verify(SIGNATURE);
        assertThat(desk.fetchedKey()).isGreaterThan(fetched);
    }

    @Test
    public void aRevocationIsLearnedAndNotForgottenWhenAnOlderCopyIsServedAgain() throws Exception {
        desk.verify(SIGNATURE);
        PGPSignature revocation = Signing.by(PUBLISHER.primary, PGPSignature.SUBKEY_REVOCATION).at(NOW)
                .reason(RevocationReasonTags.KEY_COMPROMISED)
                .over(PUBLISHER.primary.getPublicKey(), KeyRing.asSubkey(PUBLISHER.subkey));
        desk.publish(PUBLISHER.ring().and(revocation).armored());
        desk.now = NOW.plus(Duration.ofDays(31));
        assertRevoked();

        desk.publish(PUBLISHER.key());
        desk.now = NOW.plus(Duration.ofDays(62));
        assertRevoked();
        assertRevoked();
    }

    private void assertRevoked() {
        assertThatExceptionOfType(VerificationException.class)
                .isThrownBy(() -> desk.verify(SIGNATURE))
                .withMessageContaining("nothing that it signed counts");
    }

    @Test
    public void aDamagedOrExchangedKeptKeyIsFetchedAnew() throws Exception {
        desk.verify(SIGNATURE);
        Files.write(desk.kept(), new TestPublisher().ring().packets());
        desk.verify(SIGNATURE);
        Files.write(desk.kept(), new byte[] {1, 2, 3});
        desk.verify(SIGNATURE);
        Files.write(desk.kept(), new byte[2 << 20]);
        desk.verify(SIGNATURE);

        assertThat(desk.fetchedKey()).isEqualTo(4);
    }

    @Test
    public void whatOthersHungAtTheKeyIsNotKept() throws Exception {
        TestPublisher other = new TestPublisher();
        PGPSignature byOther = Signing.by(other.primary, PGPSignature.DEFAULT_CERTIFICATION)
                .over(TestPublisher.USER_ID, PUBLISHER.primary.getPublicKey());
        desk.publish(PUBLISHER.withoutSubkey().and(byOther)
                .subkey(PUBLISHER.subkey, PUBLISHER.binding(PUBLISHER.subkey)).armored());
        desk.verify(SIGNATURE);

        assertThat(Files.size(desk.kept())).isLessThanOrEqualTo(PUBLISHER.ring().packets().length + 20L);
        desk.verify(SIGNATURE);
        assertThat(desk.fetchedKey()).isEqualTo(1);
    }

    @Test
    public void aDiskThatTakesNothingCostsOnlyMoreRequests() throws Exception {
        Files.writeString(desk.getRoot().toPath().resolve("state"), "a file where a folder should be");
        desk.verify(SIGNATURE);
        desk.verify(SIGNATURE);
        assertThat(desk.fetchedKey()).isEqualTo(2);
    }

    @Test
    public void aKeyThatIsGivenNeedsNoNetworkAndIsNotFetched() throws Exception {
        SignatureCheck check = desk.check(SigningKeySettings.given(PUBLISHER.fingerprint(), PUBLISHER.key()));
        assertThat(desk.claim(check, SIGNATURE).verify(desk.archive, Desk.sha256(ARCHIVE))).isNotNull();
        assertThatExceptionOfType(VerificationException.class)
                .isThrownBy(() -> desk.claim(check, byNewSubkey(Signing.newKey(BORN))))
                .withMessageContaining("as the file that was given has it");
        assertThat(desk.fetchedKey()).isZero();
    }

    @Test
    public void aKeyThatIsGivenHasToBeThePinnedOne() {
        SignatureCheck check = desk.check(SigningKeySettings.given(Fingerprint.GO, PUBLISHER.key()));
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> desk.claim(check, SIGNATURE))
                .withMessageContaining("the file of the signing key cannot be used: it holds another key")
                .withMessageContaining(Fingerprint.GO + " is pinned")
                .withMessageContaining(PUBLISHER.fingerprint() + " is there")
                .withMessageContaining("--signing-key-fingerprint");
    }
}
