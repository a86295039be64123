package io.jenkins.plugins.gotoolchain.buildcache;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an action came to, as it lies on disk and on the server: six lines, the last one saying that nothing is cut off.
 *
 * @param action in lower-case hex, of the action itself: a record in another's place is none
 * @param output in lower-case hex
 * @param size of the body, in bytes
 * @param sha256 of the body, in lower-case hex
 */
record CacheRecord(String action, String output, long size, String sha256, Instant time) {

    static final int MOST_BYTES = 1024;
    static final long MOST_OF_BODY = 1L << 30;

    private static final Pattern FORM = Pattern.compile("go-toolchain build cache 1\naction ([0-9a-f]{2,128})\noutput"
            + " ([0-9a-f]{2,64})\nsize ([0-9]{1,10})\nsha256 ([0-9a-f]{64})\ntime ([0-9]{1,15})\nend\n");

    /** @return empty where it is no whole record of this action */
    static Optional<CacheRecord> parse(String action, byte[] bytes) {
        Matcher form = FORM.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
        if (!form.matches() || !form.group(1).equals(action) || Long.parseLong(form.group(3)) > MOST_OF_BODY
                || form.group(2).length() % 2 != 0) {
            return Optional.empty();
        }
        return Optional.of(new CacheRecord(action, form.group(2), Long.parseLong(form.group(3)), form.group(4),
                Instant.ofEpochMilli(Long.parseLong(form.group(5)))));
    }

    byte[] bytes() {
        return ("go-toolchain build cache 1\naction " + action + "\noutput " + output + "\nsize " + size + "\nsha256 " + sha256
                + "\ntime " + time.toEpochMilli() + "\nend\n").getBytes(StandardCharsets.ISO_8859_1);
    }
}
