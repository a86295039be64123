package io.jenkins.plugins.gotoolchain.trust.openpgp;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;

/** What is put into messages: text of others without control characters, times, key IDs. */
final class Shown {

    private static final int BRIEF = 60;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Shown() {}

    /** One line, the beginning only. */
    static String briefly(String text) {
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < text.length() && i < BRIEF; i++) {
            char c = text.charAt(i);
            shown.append(c < ' ' || c > '~' ? ' ' : c);
        }
        return text.length() > BRIEF ? shown.append('…').toString() : shown.toString();
    }

    /** {@code 2025-03-04 17:49:41 UTC}: signatures have seconds, and no more. */
    static String time(Instant time) {
        return TIME.format(time);
    }

    /** Sixteen digits in capitals, as gpg shows them. */
    static String keyId(long id) {
        return HexFormat.of().withUpperCase().toHexDigits(id);
    }
}
