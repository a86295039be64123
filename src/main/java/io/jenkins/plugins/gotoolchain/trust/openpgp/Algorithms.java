package io.jenkins.plugins.gotoolchain.trust.openpgp;

import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyAlgorithmTags;
import org.bouncycastle.openpgp.PGPPublicKey;

/** The algorithms that are taken (RFC 9580 §9), and what they are called. All are in Java itself. */
final class Algorithms {

    private static final int LEAST_RSA_BITS = 2048;

    private Algorithms() {}

    /** Whether a hash may stand for data that somebody else may have had a hand in. */
    static boolean isForData(int hash) {
        return switch (hash) {
            case HashAlgorithmTags.SHA256, HashAlgorithmTags.SHA384, HashAlgorithmTags.SHA512,
                    HashAlgorithmTags.SHA3_256, HashAlgorithmTags.SHA3_512 -> true;
            default -> false;
        };
    }

    /**
     * Whether a hash may stand for a key in a signature that the key makes about itself. SHA-1 may: two keys that collide
     * under it can be made, but none that collides with a given one, and the published copies of Go's key have it there.
     */
    static boolean isForKeys(int hash) {
        return isForData(hash) || hash == HashAlgorithmTags.SHA1;
    }

    static String hashName(int hash) {
        return switch (hash) {
            case HashAlgorithmTags.MD5 -> "MD5";
            case HashAlgorithmTags.SHA1 -> "SHA-1";
            case HashAlgorithmTags.RIPEMD160 -> "RIPEMD-160";
            case HashAlgorithmTags.SHA224 -> "SHA-224";
            case HashAlgorithmTags.SHA256 -> "SHA-256";
            case HashAlgorithmTags.SHA384 -> "SHA-384";
            case HashAlgorithmTags.SHA512 -> "SHA-512";
            case HashAlgorithmTags.SHA3_256 -> "SHA3-256";
            case HashAlgorithmTags.SHA3_512 -> "SHA3-512";
            default -> "number " + hash;
        };
    }

    /** Why a key is not taken, the end of a sentence; null where it is. */
    static String objection(PGPPublicKey key) {
        return switch (key.getAlgorithm()) {
            case PublicKeyAlgorithmTags.RSA_GENERAL, PublicKeyAlgorithmTags.RSA_SIGN -> key.getBitStrength() < LEAST_RSA_BITS
                    ? "has only " + key.getBitStrength() + " bits of RSA, and " + LEAST_RSA_BITS + " are the least that is taken"
                    : null;
            case PublicKeyAlgorithmTags.ECDSA, PublicKeyAlgorithmTags.EDDSA_LEGACY, PublicKeyAlgorithmTags.Ed25519 -> null;
            default -> "is of an algorithm that is not taken (number " + key.getAlgorithm()
                    + "): RSA, ECDSA and Ed25519 are";
        };
    }
}
