package io.jenkins.plugins.gotoolchain.trust.sumdb;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Base64;

/** A key of a database that the test runs itself. */
final class TestKey {

    private final String name;
    private final KeyPair pair;
    private final byte[] hash;
    private final byte[] encoded;

    TestKey(String name) {
        this(name, new SecureRandom());
    }

    /** The same key each time. */
    static TestKey fixed(String name) {
        return new TestKey(name, new SecureRandom() {
            private static final long serialVersionUID = 1L;

            @Override
            public void nextBytes(byte[] bytes) {
                Arrays.fill(bytes, (byte) 7);
            }
        });
    }

    private TestKey(String name, SecureRandom random) {
        this.name = name;
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(NamedParameterSpec.ED25519, random);
            this.pair = generator.generateKeyPair();
            byte[] x509 = pair.getPublic().getEncoded();
            this.encoded = new byte[33];
            encoded[0] = 1;
            System.arraycopy(x509, x509.length - 32, encoded, 1, 32);
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
            this.hash = Arrays.copyOf(digest.digest(encoded), 4);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As it stands in GOSUMDB. */
    String text() {
        return String.format("%s+%08x+%s", name, ByteBuffer.wrap(hash).getInt(), Base64.getEncoder().encodeToString(encoded));
    }

    ChecksumKey verifier() {
        try {
            return ChecksumKey.parse(text());
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The signature's line. */
    String sign(String text) {
        return line(name, hash, signature(text));
    }

    byte[] signature(String text) {
        try {
            Signature signer = Signature.getInstance("Ed25519");
            signer.initSign(pair.getPrivate());
            signer.update(text.getBytes(StandardCharsets.UTF_8));
            return signer.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] hash() {
        return hash.clone();
    }

    static String line(String name, byte[] hash, byte[] signature) {
        byte[] both = Arrays.copyOf(hash, hash.length + signature.length);
        System.arraycopy(signature, 0, both, hash.length, signature.length);
        return "— " + name + " " + Base64.getEncoder().encodeToString(both) + "\n";
    }

    /** A signed tree head. */
    String note(long size, Hash root) {
        String text = "go.sum database tree\n" + size + "\n" + root + "\n";
        return text + "\n" + sign(text);
    }
}
