package io.jenkins.plugins.gotoolchain.trust.openpgp;

import java.time.Instant;
import java.util.List;
import org.bouncycastle.bcpg.SignatureSubpacketTags;
import org.bouncycastle.bcpg.sig.KeyFlags;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureSubpacketVector;

/**
 * The primary key or one of its subkeys, with what the primary key says of it: what for, from when, till when. The
 * newest of its statements counts, and revocations always.
 *
 * @param fingerprint of this part
 * @param what it is called in messages
 * @param broken why it counts for nothing, the end of a sentence; null where it does
 * @param noSigner why it does not sign data, the end of a sentence; null where it does
 * @param from when it began to exist
 * @param until when it expires; null where it does not
 * @param revocation null where it was not revoked
 */
record KeyPart(
        PGPPublicKey key,
        Fingerprint fingerprint,
        String what,
        String broken,
        String noSigner,
        Instant from,
        Instant until,
        Revocation revocation) {

    static KeyPart primary(PGPPublicKey key, SelfSignatures own) {
        PGPSignature newest = newest(own.ofPrimary());
        String broken = Algorithms.objection(key);
        if (broken == null && newest == null) {
            broken = "has no valid signature of its own: this copy of it is damaged, or somebody else put it together";
        }
        boolean free = newest == null || !newest.getHashedSubPackets().hasSubpacket(SignatureSubpacketTags.KEY_FLAGS);
        String noSigner = free || maySign(newest) ? null : "is not meant for signing data, only for binding subkeys";
        return part("the signing key ", key, broken, noSigner, newest, Revocation.of(own.revocationsOfPrimary()));
    }

    static KeyPart subkey(PGPPublicKey key, SelfSignatures own) {
        PGPSignature newest = newest(own.bindings(key));
        String broken = Algorithms.objection(key);
        if (broken == null && newest == null) {
            broken = "is not bound to the signing key by a valid signature of that key";
        }
        String noSigner = null;
        if (newest != null && !maySign(newest)) {
            noSigner = "may not sign: the signing key has bound it for something else";
        } else if (newest != null && !own.isCrossCertified(key, newest)) {
            noSigner = "has not agreed to belong to the signing key: it has no valid cross-certification";
        }
        return part("the subkey ", key, broken, noSigner, newest, Revocation.of(own.revocations(key)));
    }

    private static KeyPart part(
            String kind, PGPPublicKey key, String broken, String noSigner, PGPSignature statement, Revocation revocation) {
        Fingerprint fingerprint = Fingerprint.of(key.getFingerprint());
        Instant from = key.getCreationTime().toInstant();
        long seconds = statement == null ? 0 : statement.getHashedSubPackets().getKeyExpirationTime();
        Instant until = seconds == 0 ? null : from.plusSeconds(seconds);
        return new KeyPart(key, fingerprint, kind + fingerprint, broken, noSigner, from, until, revocation);
    }

    private static PGPSignature newest(List<PGPSignature> statements) {
        PGPSignature newest = null;
        for (PGPSignature each : statements) {
            if (newest == null || each.getCreationTime().after(newest.getCreationTime())) {
                newest = each;
            }
        }
        return newest;
    }

    private static boolean maySign(PGPSignature statement) {
        PGPSignatureSubpacketVector signed = statement.getHashedSubPackets();
        return (signed.getKeyFlags() & KeyFlags.SIGN_DATA) != 0;
    }

    /** Why it did not stand when a signature was made, a whole clause; null where it did. */
    String objection(Instant made) {
        if (broken != null) {
            return what + " " + broken;
        }
        if (revocation != null && revocation.hard()) {
            return what + " was revoked on " + Shown.time(revocation.at()) + " (" + revocation.why()
                    + "), and nothing that it signed counts";
        }
        if (revocation != null && !made.isBefore(revocation.at())) {
            return what + " was revoked on " + Shown.time(revocation.at()) + " (" + revocation.why()
                    + "), and the signature was made on " + Shown.time(made);
        }
        if (made.isBefore(from)) {
            return what + " began to exist on " + Shown.time(from) + ", and the signature was made before, on "
                    + Shown.time(made);
        }
        if (until != null && !made.isBefore(until)) {
            return what + " expired on " + Shown.time(until) + ", and the signature was made after that, on "
                    + Shown.time(made);
        }
        return null;
    }

    /** Why a signature over data by it does not count, a whole clause; null where it does. */
    String objectionToSigning(Instant made) {
        String objection = objection(made);
        return objection == null && noSigner != null ? what + " " + noSigner : objection;
    }
}
