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

    /** Reads it off all versions that are known. Pre-releases do not count. */
    public static SupportedReleases of(Collection<GoVersion> known) {
        GoVersion newest = null;
        GoVersion previous = null;
        for (GoVersion version : known) {
            if (version.isPrerelease() || version.isLanguage()) {
                continue;
            }
            if (newest == null || version.compareTo(newest) > 0) {
                if (newest != null && !newest.language().equals(version.language())) {
                    previous = newest;
                }
                newest = version;
            } else if (!version.language().equals(newest.language())
                    && (previous == null || version.compareTo(previous) > 0)) {
                previous = version;
            }
        }
        return new SupportedReleases(newest, previous);
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
