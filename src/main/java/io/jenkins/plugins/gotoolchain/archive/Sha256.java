package io.jenkins.plugins.gotoolchain.archive;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 as this room needs it: one digest used again and again, and quick hexadecimal. */
final class Sha256 {

    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private Sha256() {}

    static MessageDigest start() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The digest in lower-case hex; it starts anew. */
    static String hex(MessageDigest sha256) {
        byte[] digest = sha256.digest();
        char[] text = new char[digest.length * 2];
        for (int i = 0; i < digest.length; i++) {
            text[2 * i] = HEX[digest[i] >> 4 & 15];
            text[2 * i + 1] = HEX[digest[i] & 15];
        }
        return new String(text);
    }

    static String hexOf(byte[] data) {
        MessageDigest sha256 = start();
        sha256.update(data);
        return hex(sha256);
    }
}
