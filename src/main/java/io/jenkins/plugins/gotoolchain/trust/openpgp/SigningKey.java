package io.jenkins.plugins.gotoolchain.trust.openpgp;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.jcajce.JcaPGPObjectFactory;

/** The pinned primary key with its subkeys, each as far as the primary key's own signatures say. */
final class SigningKey {

    /** More than any file of keys has, subkeys included. */
    private static final int MOST_KEYS = 100;

    private final PGPPublicKeyRing ring;
    private final SelfSignatures own;
    private final KeyPart primary;
    private final List<PGPPublicKey> subkeys = new ArrayList<>();
    private final List<KeyPart> parts = new ArrayList<>();

    private SigningKey(PGPPublicKeyRing ring) {
        this.ring = ring;
        this.own = new SelfSignatures(ring.getPublicKey());
        this.primary = KeyPart.primary(ring.getPublicKey(), own);
        parts.add(primary);
        for (PGPPublicKey key : ring) {
            if (key != ring.getPublicKey()) {
                subkeys.add(key);
                parts.add(KeyPart.subkey(key, own));
            }
        }
    }

    /**
     * @param file one or more armored blocks, each with one or more keys
     * @throws MalformedException where that is no file of keys, or the pinned one is not among them
     */
    static SigningKey read(byte[] file, Fingerprint pinned) throws MalformedException {
        List<PGPPublicKeyRing> rings = new ArrayList<>();
        for (byte[] block : Armor.blocks(file, Armor.PUBLIC_KEY)) {
            rings.addAll(rings(block));
        }
        return among(rings, pinned);
    }

    /** What {@link #encoded} gave. */
    static SigningKey decode(byte[] packets, Fingerprint pinned) throws MalformedException {
        return among(rings(packets), pinned);
    }

    private static SigningKey among(List<PGPPublicKeyRing> rings, Fingerprint pinned) throws MalformedException {
        PGPPublicKeyRing found = null;
        StringBuilder others = new StringBuilder();
        for (PGPPublicKeyRing ring : rings) {
            Fingerprint fingerprint = Fingerprint.of(ring.getPublicKey().getFingerprint());
            if (fingerprint.equals(pinned)) {
                found = found == null ? ring : join(found, ring);
            } else {
                others.append("\n    ").append(fingerprint).append(" is there");
            }
        }
        if (found == null) {
            throw new MalformedException(rings.isEmpty()
                    ? "holds no key"
                    : "holds another key than the one that is pinned:\n    " + pinned + " is pinned" + others);
        }
        return of(found);
    }

    private static SigningKey of(PGPPublicKeyRing ring) throws MalformedException {
        try {
            return new SigningKey(ring);
        } catch (RuntimeException e) {
            throw new MalformedException("holds a key that cannot be read");
        }
    }

    private static List<PGPPublicKeyRing> rings(byte[] block) throws MalformedException {
        List<PGPPublicKeyRing> rings = new ArrayList<>();
        try {
            JcaPGPObjectFactory objects = new JcaPGPObjectFactory(new ByteArrayInputStream(block));
            int keys = 0;
            for (Object each = objects.nextObject(); each != null; each = objects.nextObject()) {
                if (!(each instanceof PGPPublicKeyRing ring)) {
                    throw new MalformedException("holds something else than public keys");
                }
                keys += ring.size();
                if (keys > MOST_KEYS) {
                    throw new MalformedException("holds more than " + MOST_KEYS + " keys");
                }
                rings.add(ring);
            }
        } catch (IOException | RuntimeException e) {
            throw new MalformedException("holds a key that cannot be read");
        }
        return rings;
    }

    /** What either of two copies knows: a revocation that was seen once stays. */
    SigningKey with(SigningKey other) throws MalformedException {
        return of(join(ring, other.ring));
    }

    private static PGPPublicKeyRing join(PGPPublicKeyRing one, PGPPublicKeyRing other) throws MalformedException {
        try {
            return PGPPublicKeyRing.join(one, other);
        } catch (PGPException | RuntimeException e) {
            throw new MalformedException("does not fit together with another copy of the same key");
        }
    }

    /** The primary key first. */
    List<KeyPart> parts() {
        return parts;
    }

    /** The primary key or subkey that a signature says it is by; null where that is none of these. */
    KeyPart issuer(DataSignature signature) {
        for (KeyPart part : parts) {
            if (signature.isBy(part)) {
                return part;
            }
        }
        return null;
    }

    /** Why a signature of that time by this part of the key does not count, a whole clause; null where it does. */
    String objection(KeyPart part, Instant made) {
        String objection = primary.objection(made);
        return objection == null ? part.objectionToSigning(made) : objection;
    }

    /** For keeping, without what others have hung at it. */
    byte[] encoded() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            own.encode(subkeys, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("in memory", e);
        }
        return bytes.toByteArray();
    }
}
