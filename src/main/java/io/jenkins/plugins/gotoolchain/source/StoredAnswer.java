package io.jenkins.plugins.gotoolchain.source;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * An answer as it is kept. One file has it all, so that one rename replaces it: lines {@code go-toolchain answer 1},
 * {@code uri …}, {@code status …}, {@code etag …} (may be empty), {@code at …} (milliseconds since 1970, when the
 * server last said so), {@code sha256 …} of the body, an empty line, the body.
 *
 * @param uri that was asked
 * @param status 200, 404 or 410
 * @param etag null where there was none
 * @param at when the server last said so
 */
record StoredAnswer(String uri, int status, String etag, Instant at, byte[] body) {

    private static final String MAGIC = "go-toolchain answer 1";

    StoredAnswer confirmed(Instant now) {
        return new StoredAnswer(uri, status, etag, now, body);
    }

    byte[] bytes() {
        String tag = etag == null || etag.indexOf('\n') >= 0 || etag.indexOf('\r') >= 0 ? "" : etag;
        String head = MAGIC + "\nuri " + uri + "\nstatus " + status + "\netag " + tag + "\nat " + at.toEpochMilli()
                + "\nsha256 " + sha256(body, 0) + "\n\n";
        byte[] lines = head.getBytes(StandardCharsets.UTF_8);
        byte[] all = Arrays.copyOf(lines, lines.length + body.length);
        System.arraycopy(body, 0, all, lines.length, body.length);
        return all;
    }

    /** Null where it is damaged, or an answer to something else. */
    static StoredAnswer read(byte[] all, String uri) {
        String[] lines = new String[7];
        int from = 0;
        for (int i = 0; i < lines.length; i++) {
            int end = from;
            while (end < all.length && all[end] != '\n') {
                end++;
            }
            if (end == all.length) {
                return null;
            }
            lines[i] = new String(all, from, end - from, StandardCharsets.UTF_8);
            from = end + 1;
        }
        if (!lines[0].equals(MAGIC) || !lines[1].equals("uri " + uri) || !lines[2].startsWith("status ")
                || !lines[3].startsWith("etag ") || !lines[4].startsWith("at ")
                || !lines[5].equals("sha256 " + sha256(all, from)) || !lines[6].isEmpty()) {
            return null;
        }
        try {
            String etag = lines[3].substring(5);
            return new StoredAnswer(uri, Integer.parseInt(lines[2].substring(7)), etag.isEmpty() ? null : etag,
                    Instant.ofEpochMilli(Long.parseLong(lines[4].substring(3))), Arrays.copyOfRange(all, from, all.length));
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static String sha256(byte[] data, int from) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(data, from, data.length - from);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
