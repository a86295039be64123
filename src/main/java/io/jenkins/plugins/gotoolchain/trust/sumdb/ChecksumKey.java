package io.jenkins.plugins.gotoolchain.trust.sumdb;

import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;

/**
 * The name of a checksum database and the Ed25519 key that its notes are signed with, written
 * {@code name+hash+base64}: the hash is the first four bytes, in hex, of SHA-256 over name, newline and key; the key's
 * first byte is its algorithm, 1.
 */
public final class ChecksumKey {

    private static final byte ED25519 = 1;

    /** DER of a SubjectPublicKeyInfo with the Ed25519 algorithm, up to the key's 32 bytes (RFC 8410 §4). */
    private static final byte[] X509_PREFIX = {0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00};

    private final String name;
    private final byte[] hash;
    private final String hashHex;
    private final PublicKey key;

    private ChecksumKey(String name, byte[] hash, String hashHex, PublicKey key) {
        this.name = name;
        this.hash = hash;
        this.hashHex = hashHex;
        this.key = key;
    }

    /** @throws ConfigurationException where the text is no key, or its hash is not that of name and key */
    public static ChecksumKey parse(String text) throws ConfigurationException {
        int nameEnd = text.indexOf('+');
        int hashEnd = text.indexOf('+', nameEnd + 1);
        if (nameEnd < 0 || hashEnd < 0) {
            throw invalid(text, "it is not of the form name+hash+key");
        }
        String name = text.substring(0, nameEnd);
        String hex = text.substring(nameEnd + 1, hashEnd);
        byte[] key = CanonicalBase64.decode(text.substring(hashEnd + 1));
        if (!isName(name)) {
            throw invalid(text, "the name is empty or has spaces");
        }
        if (hex.length() != 8 || key == null || key.length == 0) {
            throw invalid(text, "the hash is not eight hexadecimal digits, or the key is not base64");
        }
        byte[] hash = hash(name, key);
        if (!hex(hash).equalsIgnoreCase(hex)) {
            throw invalid(text, "its hash should be " + hex(hash) + " for this name and key");
        }
        if (key[0] != ED25519 || key.length != Hash.SIZE + 1) {
            throw invalid(text, "its algorithm is not Ed25519");
        }
        return new ChecksumKey(name, hash, hex(hash), publicKey(text, key));
    }

    private static ConfigurationException invalid(String text, String why) {
        return new ConfigurationException(
                "the checksum database's key cannot be used: \"" + Shown.briefly(text) + "\": " + why,
                "set GOSUMDB to sum.golang.org, or to the key as whoever runs the database gives it");
    }

    private static PublicKey publicKey(String text, byte[] key) throws ConfigurationException {
        byte[] der = Arrays.copyOf(X509_PREFIX, X509_PREFIX.length + Hash.SIZE);
        System.arraycopy(key, 1, der, X509_PREFIX.length, Hash.SIZE);
        try {
            return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(der));
        } catch (GeneralSecurityException e) {
            throw invalid(text, "Java does not take it: " + e.getMessage());
        }
    }

    /** Whether this can name a key: not empty, no white space, no plus sign. */
    static boolean isName(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '+' || c == 0x85 || Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                return false;
            }
        }
        return !name.isEmpty();
    }

    private static byte[] hash(String name, byte[] key) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(name.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) '\n');
            return Arrays.copyOf(digest.digest(key), 4);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String hex(byte[] bytes) {
        StringBuilder hex = new StringBuilder();
        for (byte b : bytes) {
            hex.append(Character.forDigit(b >> 4 & 15, 16)).append(Character.forDigit(b & 15, 16));
        }
        return hex.toString();
    }

    /** {@code sum.golang.org}. */
    public String name() {
        return name;
    }

    /** Name and key hash, {@code sum.golang.org+033de0ae}: enough to tell keys apart. */
    public String id() {
        return name + "+" + hashHex;
    }

    /** Whether a signature by this name, beginning with these four bytes, claims to be by this key. */
    boolean isClaimedBy(String signer, byte[] signature) {
        return name.equals(signer) && Arrays.equals(hash, Arrays.copyOf(signature, hash.length));
    }

    /** @param signature of 4 bytes of key hash and 64 of Ed25519 */
    boolean verifies(byte[] message, byte[] signature) {
        try {
            Signature verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(key);
            verifier.update(message);
            return verifier.verify(signature, hash.length, signature.length - hash.length);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
