package io.jenkins.plugins.gotoolchain.trust.openpgp;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.bouncycastle.bcpg.BCPGOutputStream;
import org.bouncycastle.bcpg.SignatureSubpacket;
import org.bouncycastle.bcpg.SignatureSubpacketTags;
import org.bouncycastle.bcpg.UserIDPacket;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureList;
import org.bouncycastle.openpgp.PGPSignatureSubpacketVector;
import org.bouncycastle.openpgp.operator.jcajce.JcaPGPContentVerifierBuilderProvider;

/**
 * Which signatures that a primary key has made about itself and its subkeys hold. What does not hold, or is by somebody
 * else, is as if it were not there: anybody can hang such things at a key.
 */
final class SelfSignatures {

    /** Subpackets that are understood here, or mean nothing for this use. Any other one that is critical is a refusal. */
    private static final Set<Integer> KNOWN = Set.of(
            SignatureSubpacketTags.CREATION_TIME, SignatureSubpacketTags.EXPIRE_TIME, SignatureSubpacketTags.EXPORTABLE,
            SignatureSubpacketTags.REVOCABLE, SignatureSubpacketTags.KEY_EXPIRE_TIME,
            SignatureSubpacketTags.PREFERRED_SYM_ALGS, SignatureSubpacketTags.ISSUER_KEY_ID,
            SignatureSubpacketTags.PREFERRED_HASH_ALGS, SignatureSubpacketTags.PREFERRED_COMP_ALGS,
            SignatureSubpacketTags.KEY_SERVER_PREFS, SignatureSubpacketTags.PREFERRED_KEY_SERV,
            SignatureSubpacketTags.PRIMARY_USER_ID, SignatureSubpacketTags.POLICY_URL, SignatureSubpacketTags.KEY_FLAGS,
            SignatureSubpacketTags.SIGNER_USER_ID, SignatureSubpacketTags.REVOCATION_REASON,
            SignatureSubpacketTags.FEATURES, SignatureSubpacketTags.EMBEDDED_SIGNATURE,
            SignatureSubpacketTags.ISSUER_FINGERPRINT);

    private static final Set<Integer> CERTIFICATIONS = Set.of(
            PGPSignature.DEFAULT_CERTIFICATION, PGPSignature.NO_CERTIFICATION, PGPSignature.CASUAL_CERTIFICATION,
            PGPSignature.POSITIVE_CERTIFICATION);

    private static final Set<Integer> CERTIFICATION_REVOCATIONS = Set.of(PGPSignature.CERTIFICATION_REVOCATION);

    /** Java's own providers: no other one is needed for the algorithms that are taken, and its hashes are fast. */
    static final JcaPGPContentVerifierBuilderProvider JAVA = new JcaPGPContentVerifierBuilderProvider();

    private final PGPPublicKey primary;

    SelfSignatures(PGPPublicKey primary) {
        this.primary = primary;
    }

    /** A signature that can be checked, with a key of the pinned ones. */
    private interface Check {
        boolean holds(PGPSignature signature) throws PGPException;
    }

    /** What it says of itself: direct signatures, and certifications of user IDs that it has not taken back. */
    List<PGPSignature> ofPrimary() {
        List<PGPSignature> statements = overPrimary(PGPSignature.DIRECT_KEY);
        for (Iterator<byte[]> ids = primary.getRawUserIDs(); ids.hasNext(); ) {
            byte[] id = ids.next();
            if (overUserId(id, CERTIFICATION_REVOCATIONS).isEmpty()) {
                statements.addAll(overUserId(id, CERTIFICATIONS));
            }
        }
        return statements;
    }

    List<PGPSignature> revocationsOfPrimary() {
        return overPrimary(PGPSignature.KEY_REVOCATION);
    }

    List<PGPSignature> bindings(PGPPublicKey subkey) {
        return overSubkey(subkey, PGPSignature.SUBKEY_BINDING);
    }

    List<PGPSignature> revocations(PGPPublicKey subkey) {
        return overSubkey(subkey, PGPSignature.SUBKEY_REVOCATION);
    }

    private List<PGPSignature> overPrimary(int type) {
        return holding(primary.getKeySignatures(), Set.of(type), signature -> signature.verifyCertification(primary));
    }

    private List<PGPSignature> overUserId(byte[] userId, Set<Integer> types) {
        return holding(
                primary.getSignaturesForID(userId), types, signature -> signature.verifyCertification(userId, primary));
    }

    private List<PGPSignature> overSubkey(PGPPublicKey subkey, int type) {
        return holding(subkey.getSignatures(), Set.of(type), signature -> signature.verifyCertification(primary, subkey));
    }

    /** Its packets without what others have hung at it, for keeping. */
    void encode(Iterable<PGPPublicKey> subkeys, OutputStream to) throws IOException {
        BCPGOutputStream out = new BCPGOutputStream(to);
        out.writePacket(primary.getPublicKeyPacket());
        write(overPrimary(PGPSignature.KEY_REVOCATION), out);
        write(overPrimary(PGPSignature.DIRECT_KEY), out);
        for (Iterator<byte[]> ids = primary.getRawUserIDs(); ids.hasNext(); ) {
            byte[] id = ids.next();
            out.writePacket(new UserIDPacket(id));
            write(overUserId(id, CERTIFICATIONS), out);
            write(overUserId(id, CERTIFICATION_REVOCATIONS), out);
        }
        for (PGPPublicKey subkey : subkeys) {
            out.writePacket(subkey.getPublicKeyPacket());
            write(revocations(subkey), out);
            write(bindings(subkey), out);
        }
    }

    private static void write(List<PGPSignature> signatures, BCPGOutputStream out) throws IOException {
        for (PGPSignature signature : signatures) {
            signature.encode(out);
        }
    }

    private List<PGPSignature> holding(Iterator<PGPSignature> signatures, Set<Integer> types, Check check) {
        List<PGPSignature> holding = new ArrayList<>();
        while (signatures != null && signatures.hasNext()) {
            PGPSignature signature = signatures.next();
            if (signature.getKeyID() == primary.getKeyID() && types.contains(signature.getSignatureType())
                    && holds(signature, primary, check)) {
                holding.add(signature);
            }
        }
        return holding;
    }

    private static boolean holds(PGPSignature signature, PGPPublicKey by, Check check) {
        try {
            if (!isSound(signature) || !Algorithms.isForKeys(signature.getHashAlgorithm())) {
                return false;
            }
            signature.init(JAVA, by);
            return check.holds(signature);
        } catch (PGPException | RuntimeException e) {
            return false; // what cannot be checked does not hold
        }
    }

    /** Whether a signature has a form that means something: a signed time, and nothing critical that is not understood. */
    static boolean isSound(PGPSignature signature) {
        if (signature.getVersion() < 4 || signature.getHashedSubPackets().getSignatureCreationTime() == null) {
            return false;
        }
        for (SignatureSubpacket subpacket : signature.getHashedSubPackets().toArray()) {
            if (subpacket.isCritical() && !KNOWN.contains(subpacket.getType())) {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether a subkey says itself that it belongs to this primary key, in a signature that its binding holds (RFC 9580
     * §5.2.1.8). Without it anybody could hang somebody else's signing subkey at a key of their own.
     */
    boolean isCrossCertified(PGPPublicKey subkey, PGPSignature binding) {
        return isCrossCertified(subkey, binding.getHashedSubPackets())
                || isCrossCertified(subkey, binding.getUnhashedSubPackets());
    }

    private boolean isCrossCertified(PGPPublicKey subkey, PGPSignatureSubpacketVector subpackets) {
        PGPSignatureList embedded;
        try {
            embedded = subpackets.getEmbeddedSignatures();
        } catch (PGPException | RuntimeException e) {
            return false;
        }
        for (PGPSignature each : embedded) {
            if (each.getSignatureType() == PGPSignature.PRIMARYKEY_BINDING
                    && holds(each, subkey, signature -> signature.verifyCertification(primary, subkey))) {
                return true;
            }
        }
        return false;
    }
}
