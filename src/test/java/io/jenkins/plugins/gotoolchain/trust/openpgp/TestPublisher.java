package io.jenkins.plugins.gotoolchain.trust.openpgp;

import java.time.Duration;
import java.time.Instant;
import org.bouncycastle.bcpg.sig.KeyFlags;
import org.bouncycastle.openpgp.PGPKeyPair;
import org.bouncycastle.openpgp.PGPSignature;

/** Somebody who signs archives: a primary key with a signing subkey, made as gpg makes them. */
public final class TestPublisher {

    static final Instant BORN = Instant.parse("2022-03-01T12:00:00Z");
    static final Duration THREE_YEARS = Duration.ofDays(3 * 365);
    static final String USER_ID = "A Publisher (for tests) <publisher@example.com>";

    final PGPKeyPair primary = Signing.newKey(BORN);
    final PGPKeyPair subkey = Signing.newKey(BORN);

    /** The fingerprint of the primary key. */
    public Fingerprint fingerprint() {
        return Fingerprint.of(primary.getPublicKey().getFingerprint());
    }

    /** The public key as it is published. */
    public String key() {
        return ring().armored();
    }

    /** A detached signature, made on a day in 2024. */
    public String sign(byte[] data) {
        return sign(data, Instant.parse("2024-02-06T12:34:56Z"));
    }

    public String sign(byte[] data, Instant at) {
        try {
            return KeyRing.armored(signature(at).over(data));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    Signing signature(Instant at) {
        return Signing.by(subkey, PGPSignature.BINARY_DOCUMENT).at(at);
    }

    KeyRing ring() {
        try {
            return withoutSubkey().subkey(subkey, binding(subkey));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    KeyRing withoutSubkey() throws Exception {
        return KeyRing.of(primary).userId(USER_ID, certification().over(USER_ID, primary.getPublicKey()));
    }

    Signing certification() {
        return Signing.by(primary, PGPSignature.POSITIVE_CERTIFICATION).flags(KeyFlags.CERTIFY_OTHER | KeyFlags.SIGN_DATA);
    }

    /** Binds a subkey for signing, for three years, with its agreement. */
    PGPSignature binding(PGPKeyPair other) throws Exception {
        return bind(KeyFlags.SIGN_DATA).keyExpiresAfter(THREE_YEARS).embedding(crossCertification(other))
                .over(primary.getPublicKey(), KeyRing.asSubkey(other));
    }

    Signing bind(int flags) {
        return Signing.by(primary, PGPSignature.SUBKEY_BINDING).flags(flags);
    }

    PGPSignature crossCertification(PGPKeyPair other) throws Exception {
        return Signing.by(other, PGPSignature.PRIMARYKEY_BINDING).over(primary.getPublicKey(), KeyRing.asSubkey(other));
    }
}
