package io.jenkins.plugins.gotoolchain.trust.sumdb;

/** Text of others made fit for a message: no control characters, not too long. */
final class Shown {

    private static final int BRIEF = 80;
    private static final int WHOLE = 2000;

    private Shown() {}

    /** One line, the beginning only. */
    static String briefly(String text) {
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < text.length() && i < BRIEF; i++) {
            char c = text.charAt(i);
            shown.append(Character.isISOControl(c) ? ' ' : c);
        }
        return text.length() > BRIEF ? shown.append('…').toString() : shown.toString();
    }

    /** All lines, each indented. */
    static String indented(String text) {
        StringBuilder shown = new StringBuilder("      ");
        for (int i = 0; i < text.length() && i < WHOLE; i++) {
            char c = text.charAt(i);
            if (c == '\n' && i + 1 < text.length()) {
                shown.append("\n      ");
            } else if (!Character.isISOControl(c)) {
                shown.append(c);
            }
        }
        return shown.toString();
    }
}
