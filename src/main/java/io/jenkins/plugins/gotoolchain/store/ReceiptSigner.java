package io.jenkins.plugins.gotoolchain.store;

import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A private Ed25519 key that signs receipts, with its public one. It never leaves the process that read it. */
public final class ReceiptSigner {

    private static final Pattern PEM = Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");

    private final PrivateKey secret;
    private final ReceiptKey key;

    private ReceiptSigner(PrivateKey secret, ReceiptKey key) {
        this.secret = secret;
        this.key = key;
    }

    /**
     * Reads a private key in PEM (PKCS #8, RFC 5958), as {@code openssl genpkey -algorithm ed25519} writes it.
     *
     * @param from where the text is, for people
     * @throws ConfigurationException where it is none
     */
    public static ReceiptSigner parse(String text, String from) throws ConfigurationException {
        Matcher block = PEM.matcher(text);
        if (!block.find()) {
            throw wrong(text.contains("ENCRYPTED PRIVATE KEY")
                    ? from + " has a private key under a passphrase, and nobody is there to type it"
                    : "There is no private key in " + from);
        }
        try {
            return decode(Base64.getMimeDecoder().decode(block.group(1)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw wrong("What is in " + from + " is no private Ed25519 key");
        }
    }

    /** @param encoded PKCS #8, in base64 */
    public static ReceiptSigner decode(String encoded) throws ConfigurationException {
        try {
            return decode(Base64.getDecoder().decode(encoded));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw wrong("What is kept is no private Ed25519 key");
        }
    }

    /** A new one. */
    public static ReceiptSigner generate() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            return new ReceiptSigner(pair.getPrivate(), ReceiptKey.of(pair.getPublic()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java from 15 on has Ed25519", e);
        }
    }

    private static ReceiptSigner decode(byte[] pkcs8) throws GeneralSecurityException {
        PrivateKey secret = KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
        return new ReceiptSigner(secret, publicOf(secret));
    }

    /**
     * Java reads private keys without their public ones, and has no door from the one to the other but this: a key pair is
     * made from 32 random bytes, which are the private key. Whether it was the right one is tried.
     */
    private static ReceiptKey publicOf(PrivateKey secret) throws GeneralSecurityException {
        if (!(secret instanceof EdECPrivateKey edwards) || edwards.getBytes().isEmpty()) {
            throw new GeneralSecurityException("no Ed25519 key");
        }
        KeyPairGenerator pairs = KeyPairGenerator.getInstance("Ed25519");
        pairs.initialize(NamedParameterSpec.ED25519, new Given(edwards.getBytes().get()));
        ReceiptKey key = ReceiptKey.of(pairs.generateKeyPair().getPublic());
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(secret);
        if (!key.signed(new byte[0], signature.sign())) {
            throw new GeneralSecurityException("its public key cannot be found");
        }
        return key;
    }

    /** Says what it was given. */
    private static final class Given extends SecureRandom {

        private static final long serialVersionUID = 1L;

        private final byte[] bytes;

        Given(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public void nextBytes(byte[] into) {
            System.arraycopy(bytes, 0, into, 0, into.length);
        }
    }

    private static ConfigurationException wrong(String problem) {
        return new ConfigurationException(problem, "make one with openssl genpkey -algorithm ed25519 -out KEY.pem");
    }

    /** The public key, for those who check. */
    public ReceiptKey key() {
        return key;
    }

    /** PKCS #8, in base64: a secret. */
    public String encoded() {
        return Base64.getEncoder().encodeToString(secret.getEncoded());
    }

    /**
     * The line that stands for its signature in {@code .receipt.sig}.
     *
     * @param receipt the receipt's file, as it is
     */
    public String sign(byte[] receipt) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(secret);
            signature.update(receipt);
            return ReceiptSignatures.line(key, signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("an Ed25519 key signs anything", e);
        }
    }
}
