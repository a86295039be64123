package io.jenkins.plugins.gotoolchain.trust;

/** The beginning of what someone else wrote, fit for a message: short, without control characters. */
final class Excerpt {

    private static final int LONGEST = 80;

    private Excerpt() {}

    static String of(String text) {
        if (text == null) {
            return "";
        }
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < text.length() && i < LONGEST; i++) {
            char c = text.charAt(i);
            shown.append(Character.isISOControl(c) ? '?' : c);
        }
        return text.length() > LONGEST ? shown.append("…").toString() : shown.toString();
    }
}
