package io.jenkins.plugins.gotoolchain.store;

import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;
import java.io.Serializable;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A public Ed25519 key (RFC 8032) whose signatures under receipts count.
 *
 * @param encoded its {@code SubjectPublicKeyInfo} (RFC 8410) in base64, without line breaks
 */
public record ReceiptKey(String encoded) implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final Pattern PEM = Pattern.compile("-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\\s]+)-----END PUBLIC KEY-----");
    private static final int MOST = 100;

    /**
     * Reads a text of keys in PEM, one after the other, as {@code openssl pkey -pubout} writes them.
     *
     * @param from where the text is, for people
     * @throws ConfigurationException where there is none in it, or one that is no Ed25519 key
     */
    public static List<ReceiptKey> parseAll(String text, String from) throws ConfigurationException {
        List<ReceiptKey> keys = new ArrayList<>();
        Matcher blocks = PEM.matcher(text);
        while (blocks.find() && keys.size() < MOST) {
            ReceiptKey key = new ReceiptKey(blocks.group(1).replaceAll("\\s", ""));
            try {
                key.decoded();
            } catch (GeneralSecurityException | IllegalArgumentException e) {
                throw wrong("Key " + (keys.size() + 1) + " in " + from + " is no public Ed25519 key");
            }
            keys.add(key);
        }
        if (keys.isEmpty()) {
            throw wrong(text.contains("PRIVATE KEY")
                    ? from + " has a private key, and the public one is wanted here"
                    : "There is no public key in " + from);
        }
        return keys;
    }

    private static ConfigurationException wrong(String problem) {
        return new ConfigurationException(
                problem, "give what openssl pkey -in KEY.pem -pubout writes of a key made with openssl genpkey -algorithm"
                        + " ed25519");
    }

    static ReceiptKey of(PublicKey key) {
        return new ReceiptKey(Base64.getEncoder().encodeToString(key.getEncoded()));
    }

    /** Its name: the first 16 hex digits of the SHA-256 of its encoding. It only helps to find it. */
    public String id() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Base64.getDecoder().decode(encoded));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    boolean signed(byte[] message, byte[] signature) {
        try {
            Signature verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(decoded());
            verifier.update(message);
            return verifier.verify(signature);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    private PublicKey decoded() throws GeneralSecurityException {
        PublicKey key = KeyFactory.getInstance("Ed25519")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(encoded)));
        if (!(key instanceof EdECPublicKey edwards) || !edwards.getParams().getName().equals(NamedParameterSpec.ED25519.getName())) {
            throw new GeneralSecurityException("another curve");
        }
        return key;
    }
}
