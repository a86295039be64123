package io.jenkins.plugins.gotoolchain.transfer;

import java.time.Duration;

/** How numbers are put to people. */
public final class Words {

    private static final String[] UNITS = {"B", "KiB", "MiB", "GiB", "TiB"};

    private Words() {}

    /** {@code 79.0 MiB}: in binary units, rounded down. */
    public static String size(long bytes) {
        int unit = 0;
        long scaled = bytes * 10;
        while (scaled >= 10240 && unit < UNITS.length - 1) {
            scaled /= 1024;
            unit++;
        }
        return unit == 0 ? bytes + " B" : scaled / 10 + "." + scaled % 10 + " " + UNITS[unit];
    }

    /** {@code 60 s}: in milliseconds, seconds or minutes. */
    public static String duration(Duration time) {
        long millis = time.toMillis();
        if (millis < 1000) {
            return millis + " ms";
        }
        long seconds = millis / 1000;
        return seconds < 120 || seconds % 60 != 0 && seconds < 600 ? seconds + " s" : seconds / 60 + " min";
    }

    /** With a comma at every third digit. */
    static String bytes(long count) {
        StringBuilder text = new StringBuilder().append(count);
        for (int i = text.length() - 3; i > 0; i -= 3) {
            text.insert(i, ',');
        }
        return text.append(count == 1 ? " byte" : " bytes").toString();
    }

    /** What the other side sent, short, and without what could play with a terminal. */
    static String printable(String sent) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < sent.length() && i < 80; i++) {
            char c = sent.charAt(i);
            text.append(c < ' ' || c >= 127 ? '?' : c);
        }
        return text.toString();
    }
}
