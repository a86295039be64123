package io.jenkins.plugins.gotoolchain.version;

import io.jenkins.plugins.gotoolchain.failure.VersionException;
import java.io.Serializable;

/**
 * A version of Go, under the name of its release: {@code 1.24.1}, {@code 1.21rc2}, {@code 1.20}, {@code 1.21.0}.
 *
 * <p>Syntax and order are those of Go's package {@code go/version} (go.dev/doc/toolchain#version). Releases up to 1.20
 * began without a patch number, so 1.20.0 is kept as 1.20, and 1.0 as 1: two versions are equal exactly when they
 * compare as equal. From 1.21 on {@code 1.21} is the language version, older than 1.21rc1 and no release by itself.
 * A suffix such as {@code -custom} is refused: Go publishes none.
 *
 * @param text without {@code go}; only digits, dots and lower-case letters, so it is safe in a file name
 */
public record GoVersion(String text) implements Comparable<GoVersion>, Serializable {

    /** The longest name that is read, in characters. Go itself has no limit; no release needs a quarter of it. */
    static final int MAX_LENGTH = 64;

    /** @throws IllegalArgumentException where the text is no version; {@link #parse} is for what people wrote */
    public GoVersion {
        VersionParts parts = VersionParts.parse(text);
        if (parts == null) {
            throw new IllegalArgumentException("not a Go version: " + Quoted.of(text));
        }
        text = parts.releaseName();
    }

    /** Reads {@code 1.24.1} or {@code go1.24.1}. */
    public static GoVersion parse(String text) throws VersionException {
        String bare = withoutGo(text);
        if (VersionParts.parse(bare) == null) {
            throw new VersionException(
                    Quoted.of(text) + " is not a Go version",
                    "write it like 1.24.1 or 1.25rc1; go.dev/dl lists what there is");
        }
        return new GoVersion(bare);
    }

    /** Whether {@link #parse} would read it. */
    public static boolean isValid(String text) {
        return VersionParts.parse(withoutGo(text)) != null;
    }

    private static String withoutGo(String text) {
        return text != null && text.startsWith("go") ? text.substring(2) : text;
    }

    /** As Go names it: {@code go1.24.1}. */
    public String goName() {
        return "go" + text;
    }

    /** The language version: 1.24 for 1.24.1. Up to 1.20 it is equal to the first release of that language. */
    public GoVersion language() {
        return new GoVersion(VersionParts.parse(text).language());
    }

    /** The language version before: 1.23 for 1.24.1; null where that is not one less, as for 2.0. */
    GoVersion previousLanguage() {
        String previous = VersionParts.parse(text).previousLanguage();
        return previous == null ? null : new GoVersion(previous);
    }

    /** Whether it names a language and not a release, as 1.21 and 1.24 do; never so up to 1.20. */
    public boolean isLanguage() {
        return VersionParts.parse(text).isLanguage();
    }

    /** Whether it is an alpha, a beta or a release candidate. */
    public boolean isPrerelease() {
        return VersionParts.parse(text).isPrerelease();
    }

    /** The release that it names: itself, and for a language version its first release (1.21.0 for 1.21). */
    public GoVersion released() {
        return isLanguage() ? new GoVersion(text + ".0") : this;
    }

    @Override
    public int compareTo(GoVersion other) {
        return VersionParts.parse(text).compareTo(VersionParts.parse(other.text));
    }

    // Written out: what a record gets by itself costs a cold JVM milliseconds.
    @Override
    public boolean equals(Object other) {
        return other instanceof GoVersion && ((GoVersion) other).text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
