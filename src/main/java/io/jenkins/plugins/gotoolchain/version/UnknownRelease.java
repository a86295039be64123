package io.jenkins.plugins.gotoolchain.version;

import io.jenkins.plugins.gotoolchain.failure.VersionException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/** The error for a release that there is not, with the ones that the person may have meant. */
public final class UnknownRelease {

    private static final int SUGGESTIONS = 3;

    private UnknownRelease() {}

    /**
     * For a version that was named in full, in a file or by the person.
     *
     * @param platform as it should be shown
     * @param known what can be had for that platform
     */
    public static VersionException of(Resolution wanted, String platform, Collection<GoVersion> known) {
        GoVersion version = wanted.version();
        String where = wanted.how().equals(VersionResolver.NAMED_IN_FULL) ? "" : ", which " + wanted.how() + " asks for";
        StringBuilder advice = new StringBuilder(suggest(version.language(), known));
        if (wanted.how().contains(" go ")) {
            advice.append("; a go line is a minimum, so it may name any release that exists");
        }
        return new VersionException(
                "there is no Go " + version + " for " + platform + where, advice.toString());
    }

    static VersionException ofLanguage(
            GoVersion language, String asked, String origin, Collection<GoVersion> known) {
        String where = origin.isEmpty() ? "" : " (" + origin.substring(0, origin.length() - 2) + ")";
        return new VersionException(
                "no release of Go " + language + " is known, for " + Quoted.of(asked) + where, suggest(language, known));
    }

    /** The newest release of a language version, or null. Pre-releases do not count. */
    static GoVersion newestOf(GoVersion language, Collection<GoVersion> known) {
        GoVersion newest = null;
        for (GoVersion version : known) {
            if (!version.isPrerelease()
                    && !version.isLanguage()
                    && version.language().equals(language)
                    && (newest == null || version.compareTo(newest) > 0)) {
                newest = version;
            }
        }
        return newest;
    }

    private static String suggest(GoVersion language, Collection<GoVersion> known) {
        GoVersion newest = newestOf(language, known);
        if (newest != null) {
            return "the newest of " + language + " to be had is " + newest;
        }
        TreeMap<GoVersion, GoVersion> newestByLanguage = new TreeMap<>();
        for (GoVersion version : known) {
            if (!version.isPrerelease() && !version.isLanguage()) {
                newestByLanguage.merge(version.language(), version, (a, b) -> a.compareTo(b) > 0 ? a : b);
            }
        }
        List<String> newestFew = new ArrayList<>();
        for (GoVersion version : newestByLanguage.descendingMap().values()) {
            if (newestFew.size() < SUGGESTIONS) {
                newestFew.add(version.text());
            }
        }
        return newestFew.isEmpty()
                ? "use a source that lists its releases"
                : "what there is: " + String.join(", ", newestFew);
    }
}
