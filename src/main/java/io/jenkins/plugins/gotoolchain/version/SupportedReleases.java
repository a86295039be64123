package io.jenkins.plugins.gotoolchain.version;

import java.util.Collection;
import java.util.Objects;
import java.util.Optional;

/**
 * What Go still supports: each release until two newer language versions are out (go.dev/doc/devel/release#policy),
 * so the two newest language versions that have a release.
 */
public final class SupportedReleases {

    private final GoVersion newest;
    private final GoVersion previous;

    private SupportedReleases(GoVersion newest, GoVersion previous) {
        this.newest = newest;
        this.previous = previous;
    }

    /**
     * Reads it off all versions that are known. Pre-releases do not count; where the language version right before the
     * newest is not among them, nothing older takes its place.
     */
    public static SupportedReleases of(Collection<GoVersion> known) {
        GoVersion newest = null;
        for (GoVersion version : known) {
            if (!version.isPrerelease() && !version.isLanguage() && (newest == null || version.compareTo(newest) > 0)) {
                newest = version;
            }
        }
        GoVersion before = newest == null ? null : newest.previousLanguage();
        return new SupportedReleases(newest, before == null ? null : UnknownRelease.newestOf(before, known));
    }

    /** The newest release. */
    public Optional<GoVersion> stable() {
        return Optional.ofNullable(newest);
    }

    /** The newest patch release of the language version before. */
    public Optional<GoVersion> oldStable() {
        return Optional.ofNullable(previous);
    }

    /** Whether Go still mends it. */
    public boolean supports(GoVersion version) {
        GoVersion language = version.language();
        return newest != null && language.equals(newest.language())
                || previous != null && language.equals(previous.language());
    }

    @Override
    public String toString() {
        return Objects.toString(newest, "none") + ", " + Objects.toString(previous, "none");
    }
}
