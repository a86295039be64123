package io.jenkins.plugins.gotoolchain.jenkins.times;

/** How times are put to people here: short, and the same in all languages. */
final class Seconds {

    private Seconds() {}

    /** {@code 0.4 s}, {@code 12 s}, {@code 3:05 min}, {@code 2:05:00 h}. */
    static String text(long millis) {
        if (millis < 10_000) {
            long tenths = (millis + 50) / 100;
            return tenths / 10 + "." + tenths % 10 + " s";
        }
        long seconds = (millis + 500) / 1000;
        if (seconds < 60) {
            return seconds + " s";
        }
        return seconds < 3600
                ? seconds / 60 + ":" + two(seconds % 60) + " min"
                : seconds / 3600 + ":" + two(seconds / 60 % 60) + ":" + two(seconds % 60) + " h";
    }

    private static String two(long number) {
        return number < 10 ? "0" + number : "" + number;
    }
}
