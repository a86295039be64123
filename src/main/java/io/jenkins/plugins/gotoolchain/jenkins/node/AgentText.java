package io.jenkins.plugins.gotoolchain.jenkins.node;

import hudson.Util;

/** Keeps what an agent said in a form that can be kept and shown: one line, no control characters, not too long. */
public final class AgentText {

    private static final int WORD = 100;
    private static final int LINE = 1000;

    private AgentText() {}

    public static String word(String text) {
        return printable(text, WORD);
    }

    public static String line(String text) {
        return printable(text, LINE);
    }

    private static String printable(String text, int most) {
        String all = Util.fixNull(text);
        StringBuilder kept = new StringBuilder(Math.min(all.length(), most));
        for (int at = 0; at < all.length() && kept.length() < most; ) {
            int point = all.codePointAt(at);
            boolean shown = Character.isDefined(point)
                    && !Character.isISOControl(point)
                    && Character.getType(point) != Character.SURROGATE
                    && Character.getType(point) != Character.FORMAT
                    && Character.getType(point) != Character.LINE_SEPARATOR
                    && Character.getType(point) != Character.PARAGRAPH_SEPARATOR;
            kept.appendCodePoint(shown ? point : ' ');
            at += Character.charCount(point);
        }
        return kept.toString().trim();
    }
}
