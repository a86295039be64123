package io.jenkins.plugins.gotoolchain.pins;

import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;
import io.jenkins.plugins.gotoolchain.failure.VersionException;
import io.jenkins.plugins.gotoolchain.release.DigestClaim;
import io.jenkins.plugins.gotoolchain.release.Platform;
import io.jenkins.plugins.gotoolchain.version.GoVersion;

/** Reads one line of a file of pins: version, platform and one or two digests, with blanks between them. */
final class PinLine {

    private static final String FORM = "write it like 1.24.1 linux/amd64 sha256:HEX h1:BASE64, with one of the digests or"
            + " both; comments have a line of their own that begins with #";
    private static final int LONGEST_SHOWN = 60;

    private final String where;
    private final String text;
    private int at;

    private PinLine(String text, String where) {
        this.text = text;
        this.where = where;
    }

    /** Whether nothing stands there that means something: a blank line, or a comment. */
    static boolean isComment(String text) {
        int first = 0;
        while (first < text.length() && isBlank(text.charAt(first))) {
            first++;
        }
        return first == text.length() || text.charAt(first) == '#';
    }

    /**
     * @param where {@code go-toolchain.pins:3}
     * @throws ConfigurationException where it is no pin; its problem begins with {@code where}
     */
    static Pin parse(String text, String where) throws ConfigurationException {
        return new PinLine(text, where).pin();
    }

    private Pin pin() throws ConfigurationException {
        GoVersion version = version(word("a version"));
        Platform platform = platform(word("a platform"));
        String sha256 = "";
        String moduleHash = "";
        String word = word("a digest");
        for (; !word.isEmpty(); word = next()) {
            if (sha256.isEmpty() && word.startsWith(Pin.SHA256) && DigestClaim.isSha256(word.substring(Pin.SHA256.length()))) {
                sha256 = word.substring(Pin.SHA256.length());
            } else if (moduleHash.isEmpty() && Pin.isModuleHash(word)) {
                moduleHash = word;
            } else {
                throw wrong(problemOf(word, sha256, moduleHash));
            }
        }
        return new Pin(version, platform, sha256, moduleHash, where);
    }

    private static String problemOf(String word, String sha256, String moduleHash) {
        boolean known = word.startsWith(Pin.SHA256) || word.startsWith("h1:");
        if (!known) {
            return "has " + shown(word) + " where a digest should be";
        }
        if (word.startsWith(Pin.SHA256) ? !sha256.isEmpty() : !moduleHash.isEmpty()) {
            return "has two digests of the same kind";
        }
        return "has a digest that is none: " + shown(word);
    }

    /** A release by the name that it has: 1.24 and 1.20.0 are the names of none. */
    private GoVersion version(String word) throws ConfigurationException {
        try {
            GoVersion version = GoVersion.parse(word);
            if (version.text().equals(word) && !version.isLanguage()) {
                return version;
            }
        } catch (VersionException e) {
            // said below
        }
        throw wrong("has " + shown(word) + " where a released version of Go should be");
    }

    private Platform platform(String word) throws ConfigurationException {
        try {
            return Platform.parse(word);
        } catch (VersionException e) {
            throw new ConfigurationException(where + " has " + shown(word) + " where a platform should be", e.advice());
        }
    }

    private String word(String what) throws ConfigurationException {
        String word = next();
        if (word.isEmpty()) {
            throw wrong("ends where " + what + " should be");
        }
        return word;
    }

    /** Empty at the end. */
    private String next() {
        while (at < text.length() && isBlank(text.charAt(at))) {
            at++;
        }
        int from = at;
        while (at < text.length() && !isBlank(text.charAt(at))) {
            at++;
        }
        return text.substring(from, at);
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    /** Fit for a message: short, in quotes, without what a terminal would obey. */
    static String shown(String word) {
        StringBuilder shown = new StringBuilder("\"");
        for (int i = 0; i < word.length() && i < LONGEST_SHOWN; i++) {
            char c = word.charAt(i);
            shown.append(c >= ' ' && c < 0x7f ? c : '?');
        }
        return shown.append(word.length() > LONGEST_SHOWN ? "…\"" : "\"").toString();
    }

    private ConfigurationException wrong(String what) {
        return new ConfigurationException(where + " " + what, FORM);
    }
}
