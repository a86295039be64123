package io.jenkins.plugins.gotoolchain.trust.sumdb;

/** Module paths and versions as they are in URLs: upper case is written as {@code !} and lower case. */
final class EscapedModule {

    private EscapedModule() {}

    /** @throws IllegalArgumentException where it has characters that no module path has */
    static String path(String path) {
        return escape(path, true);
    }

    /** @throws IllegalArgumentException where it has characters that no version has */
    static String version(String version) {
        return escape(version, false);
    }

    private static String escape(String text, boolean slashes) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                escaped.append('!').append((char) (c + 32));
            } else if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || "-._~+".indexOf(c) >= 0 || slashes && c == '/') {
                escaped.append(c);
            } else {
                throw new IllegalArgumentException("no module path or version: " + Shown.briefly(text));
            }
        }
        return escaped.toString();
    }
}
