package io.jenkins.plugins.gotoolchain.trust.openpgp;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.function.Consumer;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyPacket;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPKeyPair;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureGenerator;
import org.bouncycastle.openpgp.PGPSignatureSubpacketGenerator;
import org.bouncycastle.openpgp.operator.jcajce.JcaPGPContentSignerBuilder;
import org.bouncycastle.openpgp.operator.jcajce.JcaPGPKeyPair;

/** Makes one signature, of any kind, as it should be or not. */
final class Signing {

    private final PGPKeyPair by;
    private final int type;
    private int hash = HashAlgorithmTags.SHA256;
    private final PGPSignatureSubpacketGenerator signed = new PGPSignatureSubpacketGenerator();
    private Instant at;
    private boolean named = true;

    private Signing(PGPKeyPair by, int type) {
        this.by = by;
        this.type = type;
        this.at = by.getPublicKey().getCreationTime().toInstant();
    }

    /** A key that is quickly made. */
    static PGPKeyPair newKey(Instant born) {
        return newKey("EC", PublicKeyAlgorithmTags.ECDSA, 256, born);
    }

    static PGPKeyPair newKey(String java, int algorithm, int bits, Instant born) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(java);
            if (java.equals("EC")) {
                generator.initialize(new ECGenParameterSpec("secp" + bits + "r1"));
            } else if (!java.startsWith("Ed")) {
                generator.initialize(bits);
            }
            return new JcaPGPKeyPair(PublicKeyPacket.VERSION_4, algorithm, generator.generateKeyPair(), Date.from(born));
        } catch (GeneralSecurityException | PGPException e) {
            throw new IllegalStateException(e);
        }
    }

    static Signing by(PGPKeyPair key, int type) {
        return new Signing(key, type);
    }

    Signing at(Instant time) {
        at = time;
        return this;
    }

    Signing hash(int algorithm) {
        hash = algorithm;
        return this;
    }

    Signing flags(int flags) {
        return with(subpackets -> subpackets.setKeyFlags(false, flags));
    }

    Signing keyExpiresAfter(Duration age) {
        return with(subpackets -> subpackets.setKeyExpirationTime(false, age.toSeconds()));
    }

    Signing reason(byte reason) {
        return with(subpackets -> subpackets.setRevocationReason(false, reason, ""));
    }

    Signing embedding(PGPSignature other) {
        return with(subpackets -> {
            try {
                subpackets.addEmbeddedSignature(false, other);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    Signing with(Consumer<PGPSignatureSubpacketGenerator> change) {
        change.accept(signed);
        return this;
    }

    Signing withoutFingerprint() {
        named = false;
        return this;
    }

    PGPSignature over(byte[] data) throws Exception {
        PGPSignatureGenerator generator = generator();
        generator.update(data);
        return generator.generate();
    }

    /** Over a key alone. */
    PGPSignature over(PGPPublicKey key) throws Exception {
        return generator().generateCertification(key);
    }

    PGPSignature over(String userId, PGPPublicKey key) throws Exception {
        return generator().generateCertification(userId, key);
    }

    PGPSignature over(PGPPublicKey primary, PGPPublicKey subkey) throws Exception {
        return generator().generateCertification(primary, subkey);
    }

    private PGPSignatureGenerator generator() throws Exception {
        PGPPublicKey key = by.getPublicKey();
        PGPSignatureGenerator generator =
                new PGPSignatureGenerator(new JcaPGPContentSignerBuilder(key.getAlgorithm(), hash), key);
        generator.init(type, by.getPrivateKey());
        signed.setSignatureCreationTime(false, Date.from(at));
        if (named) {
            signed.setIssuerFingerprint(false, key);
        }
        generator.setHashedSubpackets(signed.generate());
        PGPSignatureSubpacketGenerator unsigned = new PGPSignatureSubpacketGenerator();
        unsigned.setIssuerKeyID(false, key.getKeyID());
        generator.setUnhashedSubpackets(unsigned.generate());
        return generator;
    }
}
