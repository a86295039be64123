package io.jenkins.plugins.gotoolchain.version;

import io.jenkins.plugins.gotoolchain.failure.VersionException;
import io.jenkins.plugins.gotoolchain.version.VersionSelector.Exact;
import io.jenkins.plugins.gotoolchain.version.VersionSelector.InFile;
import io.jenkins.plugins.gotoolchain.version.VersionSelector.NewestPatch;
import io.jenkins.plugins.gotoolchain.version.VersionSelector.OldStable;
import io.jenkins.plugins.gotoolchain.version.VersionSelector.Stable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;

/** From a selector to exactly one version. Whether a version that was named in full exists is for a source to say. */
public final class VersionResolver {

    static final String NAMED_IN_FULL = "named in full";

    private VersionResolver() {}

    /**
     * @param workspace where files are looked for, and never above it; null where there is none
     * @param known asked only for a selector that means the newest of something
     * @throws VersionException where the selector, or the file that it names, does not come to one version
     * @throws IOException where the workspace cannot be read, or as {@code known} does
     */
    public static Resolution resolve(VersionSelector selector, Path workspace, KnownVersions known)
            throws VersionException, IOException, InterruptedException {
        if (selector instanceof Exact) {
            return new Resolution(selector.text(), ((Exact) selector).version(), NAMED_IN_FULL);
        }
        if (selector instanceof NewestPatch) {
            return newestPatch((NewestPatch) selector, selector.text(), "", known.get());
        }
        if (selector instanceof Stable) {
            return stable(known.get());
        }
        if (selector instanceof OldStable) {
            return oldStable(known.get());
        }
        Request request = read((InFile) selector, workspace);
        if (request.selector() instanceof Exact) {
            return new Resolution(selector.text(), ((Exact) request.selector()).version(), request.origin());
        }
        return newestPatch((NewestPatch) request.selector(), selector.text(), request.origin() + ", ", known.get());
    }

    /**
     * Only reads the file: what it asks for may have to be chosen elsewhere, where the list of releases is.
     *
     * @param workspace where it is looked for, and never above it
     * @throws VersionException where it is not there, or does not say a version
     */
    public static Request read(InFile file, Path workspace) throws VersionException, IOException {
        return VersionFiles.read(file, workspace);
    }

    private static Resolution newestPatch(
            NewestPatch wanted, String asked, String origin, Collection<GoVersion> known) throws VersionException {
        GoVersion newest = UnknownRelease.newestOf(wanted.language(), known);
        if (newest == null) {
            throw UnknownRelease.ofLanguage(wanted.language(), asked, origin, known);
        }
        return new Resolution(asked, newest, origin + "newest of " + wanted.language());
    }

    private static Resolution stable(Collection<GoVersion> known) throws VersionException {
        GoVersion stable = SupportedReleases.of(known).stable().orElse(null);
        if (stable == null) {
            throw noneKnown("stable");
        }
        return new Resolution("stable", stable, "newest release");
    }

    private static Resolution oldStable(Collection<GoVersion> known) throws VersionException {
        SupportedReleases supported = SupportedReleases.of(known);
        GoVersion stable = supported.stable().orElse(null);
        GoVersion old = supported.oldStable().orElse(null);
        if (stable == null || stable.previousLanguage() == null) {
            throw noneKnown("oldstable");
        }
        if (old == null) {
            throw UnknownRelease.ofLanguage(stable.previousLanguage(), "oldstable", "", known);
        }
        return new Resolution(
                "oldstable", old, "newest of " + old.language() + ", the one before " + stable.language());
    }

    private static VersionException noneKnown(String asked) {
        return new VersionException(
                "no released version is known that \"" + asked + "\" could mean",
                "name a version such as 1.24.1, or use a source that lists its releases");
    }
}
