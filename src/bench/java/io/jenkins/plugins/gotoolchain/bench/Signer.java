package io.jenkins.plugins.gotoolchain.bench;

import io.jenkins.plugins.gotoolchain.trust.openpgp.Fingerprint;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.util.Date;
import java.util.HexFormat;
import org.bouncycastle.bcpg.ArmoredOutputStream;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyPacket;
import org.bouncycastle.bcpg.sig.KeyFlags;
import org.bouncycastle.openpgp.PGPKeyPair;
import org.bouncycastle.openpgp.PGPKeyRingGenerator;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureGenerator;
import org.bouncycastle.openpgp.PGPSignatureSubpacketGenerator;
import org.bouncycastle.openpgp.operator.jcajce.JcaPGPContentSignerBuilder;
import org.bouncycastle.openpgp.operator.jcajce.JcaPGPDigestCalculatorProviderBuilder;
import org.bouncycastle.openpgp.operator.jcajce.JcaPGPKeyPair;

/** A publisher with a key like that of Go's: RSA with 4096 bits, a subkey that signs. */
final class Signer {

    private final PGPKeyPair subkey = newKey();
    private final PGPKeyRingGenerator ring;

    Signer() throws Exception {
        PGPSignatureSubpacketGenerator certifies = new PGPSignatureSubpacketGenerator();
        certifies.setKeyFlags(false, KeyFlags.CERTIFY_OTHER | KeyFlags.SIGN_DATA);
        PGPSignatureSubpacketGenerator signs = new PGPSignatureSubpacketGenerator();
        signs.setKeyFlags(false, KeyFlags.SIGN_DATA);
        ring = new PGPKeyRingGenerator(
                PGPSignature.POSITIVE_CERTIFICATION, newKey(), "bench@example.com",
                new JcaPGPDigestCalculatorProviderBuilder().build().get(HashAlgorithmTags.SHA1),
                certifies.generate(), null, signer(HashAlgorithmTags.SHA256), null);
        ring.addSubKey(subkey, signs.generate(), null, signer(HashAlgorithmTags.SHA256));
    }

    private static PGPKeyPair newKey() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(4096);
        return new JcaPGPKeyPair(
                PublicKeyPacket.VERSION_4, PublicKeyAlgorithmTags.RSA_GENERAL, generator.generateKeyPair(), new Date());
    }

    private static JcaPGPContentSignerBuilder signer(int hash) {
        return new JcaPGPContentSignerBuilder(PublicKeyAlgorithmTags.RSA_GENERAL, hash);
    }

    Fingerprint fingerprint() throws Exception {
        byte[] bytes = ring.generatePublicKeyRing().getPublicKey().getFingerprint();
        return Fingerprint.parse(HexFormat.of().formatHex(bytes));
    }

    String key() throws Exception {
        return armored(ring.generatePublicKeyRing().getEncoded());
    }

    /** @param hash {@code SHA-256} or {@code SHA-512} */
    String sign(Path file, String hash) throws Exception {
        PGPSignatureGenerator generator = new PGPSignatureGenerator(
                signer(hash.equals("SHA-256") ? HashAlgorithmTags.SHA256 : HashAlgorithmTags.SHA512), subkey.getPublicKey());
        generator.init(PGPSignature.BINARY_DOCUMENT, subkey.getPrivateKey());
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                generator.update(buffer, 0, n);
            }
        }
        return armored(generator.generate().getEncoded());
    }

    private static String armored(byte[] packets) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream armor = new ArmoredOutputStream(bytes)) {
            armor.write(packets);
        }
        return bytes.toString(StandardCharsets.US_ASCII);
    }
}
