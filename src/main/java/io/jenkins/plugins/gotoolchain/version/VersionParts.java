package io.jenkins.plugins.gotoolchain.version;

/**
 * A version taken apart: {@code major[.minor[.patch | kind[pre]]]}, as in Go's {@code internal/gover}. Numbers stay
 * decimal strings, so none overflows; a part that is not there is empty, and compares as less than any number.
 */
final class VersionParts implements Comparable<VersionParts> {

    private final String major;
    private final String minor;
    private final String patch;
    private final String kind;
    private final String pre;

    private VersionParts(String major, String minor, String patch, String kind, String pre) {
        this.major = major;
        this.minor = minor;
        this.patch = patch;
        this.kind = kind;
        this.pre = pre;
    }

    /** Returns null where the text is no version. */
    static VersionParts parse(String text) {
        if (text == null || text.length() > GoVersion.MAX_LENGTH) {
            return null;
        }
        int majorEnd = numberEnd(text, 0);
        if (majorEnd < 0) {
            return null;
        }
        String major = text.substring(0, majorEnd);
        if (majorEnd == text.length()) {
            return new VersionParts(major, "0", "0", "", "");
        }
        if (text.charAt(majorEnd) != '.') {
            return null;
        }
        int minorEnd = numberEnd(text, majorEnd + 1);
        if (minorEnd < 0) {
            return null;
        }
        String minor = text.substring(majorEnd + 1, minorEnd);
        if (minorEnd == text.length()) {
            return new VersionParts(major, minor, beganWithoutPatch(minor) ? "0" : "", "", "");
        }
        if (text.charAt(minorEnd) == '.') {
            return numberEnd(text, minorEnd + 1) == text.length()
                    ? new VersionParts(major, minor, text.substring(minorEnd + 1), "", "")
                    : null;
        }
        return parsePrerelease(text, minorEnd, major, minor);
    }

    private static VersionParts parsePrerelease(String text, int from, String major, String minor) {
        int kindEnd = from;
        while (kindEnd < text.length() && text.charAt(kindEnd) >= 'a' && text.charAt(kindEnd) <= 'z') {
            kindEnd++;
        }
        boolean numbered = kindEnd < text.length();
        if (kindEnd == from || numbered && numberEnd(text, kindEnd) != text.length()) {
            return null;
        }
        return new VersionParts(major, minor, "", text.substring(from, kindEnd), text.substring(kindEnd));
    }

    /** Where the decimal number that starts at {@code from} ends; -1 for none or one with a needless zero. */
    private static int numberEnd(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end == from || text.charAt(from) == '0' && end != from + 1 ? -1 : end;
    }

    /** Go 1.20 and before began with 1.20; since then it is 1.21.0. */
    private static boolean beganWithoutPatch(String minor) {
        return compareNumbers(minor, "21") < 0;
    }

    /** The name under which it was published. */
    String releaseName() {
        if (isPrerelease()) {
            return major + "." + minor + kind + pre;
        }
        if (patch.isEmpty() || patch.equals("0") && beganWithoutPatch(minor)) {
            return minor.equals("0") ? major : major + "." + minor;
        }
        return major + "." + minor + "." + patch;
    }

    String language() {
        return major.equals("1") && minor.equals("0") ? major : major + "." + minor;
    }

    /** The language version before; null where that is not one less, as for 2.0. */
    String previousLanguage() {
        boolean countable = !minor.equals("0") && minor.length() <= 9;
        return countable ? major + "." + (Integer.parseInt(minor) - 1) : null;
    }

    boolean isPrerelease() {
        return !kind.isEmpty();
    }

    boolean isLanguage() {
        return patch.isEmpty() && kind.isEmpty();
    }

    @Override
    public int compareTo(VersionParts other) {
        int order = compareNumbers(major, other.major);
        if (order == 0) {
            order = compareNumbers(minor, other.minor);
        }
        if (order == 0) {
            order = compareNumbers(patch, other.patch);
        }
        if (order == 0) {
            order = Integer.signum(kind.compareTo(other.kind));
        }
        return order == 0 ? compareNumbers(pre, other.pre) : order;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VersionParts && compareTo((VersionParts) other) == 0;
    }

    @Override
    public int hashCode() {
        return releaseName().hashCode();
    }

    private static int compareNumbers(String a, String b) {
        return a.length() != b.length() ? Integer.compare(a.length(), b.length()) : Integer.signum(a.compareTo(b));
    }
}
