package io.jenkins.plugins.gotoolchain.version;

/** Foreign text made fit for a message: in quotes, short, on one line, without control characters. */
final class Quoted {

    private static final int MAX = 60;

    private Quoted() {}

    static String of(String text) {
        if (text == null) {
            return "nothing";
        }
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length() && i < MAX; i++) {
            char c = text.charAt(i);
            quoted.append(c < ' ' || c >= 0x7f ? '?' : c);
        }
        return quoted.append(text.length() > MAX ? "…\"" : "\"").toString();
    }
}
