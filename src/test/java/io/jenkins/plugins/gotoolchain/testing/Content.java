package io.jenkins.plugins.gotoolchain.testing;

import java.util.Random;

/**
 * A file as {@link FaultyServer} has it.
 *
 * @param etag with its quotes; null for none
 * @param lastModified an HTTP date; null for none
 */
public record Content(byte[] bytes, String type, String etag, String lastModified) {

    /** Bytes that look like a packed archive, the same for the same seed. */
    public static Content random(int size, long seed) {
        byte[] bytes = new byte[size];
        new Random(seed).nextBytes(bytes);
        if (size > 1) {
            bytes[0] = 0x1f;
            bytes[1] = (byte) 0x8b;
        }
        return new Content(bytes, "application/gzip", "\"" + seed + "-" + size + "\"", "Mon, 03 Mar 2025 18:00:00 GMT");
    }

    public static Content text(String type, String text) {
        byte[] bytes = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        return new Content(bytes, type, "\"" + text.hashCode() + "\"", null);
    }

    public Content withEtag(String other) {
        return new Content(bytes, type, other, lastModified);
    }

    public Content withLastModified(String other) {
        return new Content(bytes, type, etag, other);
    }
}
