package io.jenkins.plugins.gotoolchain.trust.openpgp;

import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.bouncycastle.bcpg.sig.IssuerFingerprint;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPSignature;

/** One signature over data, as it claims to be; and its check, data first. Not for several threads. */
final class DataSignature {

    /** So far a clock may be behind the publisher's. */
    private static final Duration CLOCK_SKEW = Duration.ofDays(1);

    private final PGPSignature signature;

    DataSignature(PGPSignature signature) {
        this.signature = signature;
    }

    boolean isBy(KeyPart part) {
        IssuerFingerprint named = named();
        return signature.getKeyID() == part.key().getKeyID()
                && (named == null || Arrays.equals(named.getFingerprint(), part.key().getFingerprint()));
    }

    private IssuerFingerprint named() {
        if (signature.getVersion() < 4) {
            return null;
        }
        IssuerFingerprint signed = signature.getHashedSubPackets().getIssuerFingerprint();
        return signed != null ? signed : signature.getUnhashedSubPackets().getIssuerFingerprint();
    }

    /** Who it says it is by: a key ID. */
    String issuer() {
        return Shown.keyId(signature.getKeyID());
    }

    Instant made() {
        return signature.getCreationTime().toInstant();
    }

    String hashName() {
        return Algorithms.hashName(signature.getHashAlgorithm());
    }

    /** Why it does not count, whoever made it, the end of a sentence; null where it may. */
    String objection(Instant now) {
        if (signature.getVersion() < 4) {
            return "is of the old version " + signature.getVersion() + ", which is not taken";
        }
        if (signature.getSignatureType() != PGPSignature.BINARY_DOCUMENT) {
            return "is not one over a file's bytes (its type is "
                    + String.format("0x%02x", signature.getSignatureType()) + ", and 0x00 is wanted)";
        }
        if (!Algorithms.isForData(signature.getHashAlgorithm())) {
            return "uses the hash " + hashName() + ", which is too weak or not known; SHA-256 is the least that is taken";
        }
        if (!SelfSignatures.isSound(signature)) {
            return "does not say when it was made, or says something critical that is not understood here";
        }
        if (made().isAfter(now.plus(CLOCK_SKEW))) {
            return "was made on " + Shown.time(made()) + ", which is later than now: look at this machine's clock";
        }
        long seconds = signature.getHashedSubPackets().getSignatureExpirationTime();
        if (seconds != 0 && !now.isBefore(made().plusSeconds(seconds))) {
            return "is good until " + Shown.time(made().plusSeconds(seconds)) + " only, by its own word";
        }
        return null;
    }

    /** @throws MalformedException where the key cannot have made it */
    void begin(KeyPart by) throws MalformedException {
        try {
            signature.init(SelfSignatures.JAVA, by.key());
        } catch (PGPException | RuntimeException e) {
            throw new MalformedException("is not of the kind that the key " + by.fingerprint() + " makes");
        }
    }

    void update(byte[] buffer, int length) {
        signature.update(buffer, 0, length);
    }

    /** Whether the key made it over the data so far. */
    boolean holds() {
        try {
            return signature.verify();
        } catch (PGPException | RuntimeException e) {
            return false;
        }
    }

    /** Whether it claims, by the hash's first bytes that it carries, to be over data with this digest state. */
    boolean isOver(MessageDigest data) {
        byte[] digest = data.digest(signature.getSignatureTrailer());
        byte[] prefix = signature.getDigestPrefix();
        return Arrays.equals(prefix, Arrays.copyOf(digest, prefix.length));
    }
}
