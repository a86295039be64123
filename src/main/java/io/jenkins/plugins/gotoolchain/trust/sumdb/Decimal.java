package io.jenkins.plugins.gotoolchain.trust.sumdb;

/** A number from 0 to 2^62 - 1 in its only decimal form: no sign, no leading zero. */
final class Decimal {

    private static final int MOST_DIGITS = 18;

    private Decimal() {}

    static long parse(String text) throws MalformedException {
        boolean fine = !text.isEmpty() && text.length() <= MOST_DIGITS && (text.length() == 1 || text.charAt(0) != '0');
        long value = 0;
        for (int i = 0; fine && i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            fine = digit >= 0 && digit <= 9;
            value = value * 10 + digit;
        }
        if (!fine) {
            throw new MalformedException("no number: \"" + Shown.briefly(text) + "\"");
        }
        return value;
    }
}
