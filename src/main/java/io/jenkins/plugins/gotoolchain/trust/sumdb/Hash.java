package io.jenkins.plugins.gotoolchain.trust.sumdb;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** A node's hash in the tree of RFC 6962 §2.1: SHA-256, with different beginnings for leaves and inner nodes. */
final class Hash {

    /** In bytes. */
    static final int SIZE = 32;

    /** The root of the tree without records: SHA-256 of nothing. */
    static final Hash OF_EMPTY_TREE = new Hash(sha256().digest());

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Copies {@code SIZE} bytes. */
    static Hash at(byte[] data, int offset) {
        return new Hash(Arrays.copyOfRange(data, offset, offset + SIZE));
    }

    /** Of a record's text. */
    static Hash ofLeaf(byte[] record) {
        MessageDigest digest = sha256();
        digest.update((byte) 0);
        return new Hash(digest.digest(record));
    }

    static Hash ofNode(Hash left, Hash right) {
        MessageDigest digest = sha256();
        digest.update((byte) 1);
        digest.update(left.bytes);
        return new Hash(digest.digest(right.bytes));
    }

    /** Standard base64, padded, in its only canonical form. */
    static Hash parse(String base64) throws MalformedException {
        byte[] bytes = CanonicalBase64.decode(base64);
        if (bytes == null || bytes.length != SIZE) {
            throw new MalformedException("no hash in base64: \"" + Shown.briefly(base64) + "\"");
        }
        return new Hash(bytes);
    }

    byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** Base64. */
    @Override
    public String toString() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
