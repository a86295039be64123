package io.jenkins.plugins.gotoolchain.cli;

import io.jenkins.plugins.gotoolchain.failure.ToolchainException;
import io.jenkins.plugins.gotoolchain.failure.VersionException;
import io.jenkins.plugins.gotoolchain.provision.Provisioner;
import io.jenkins.plugins.gotoolchain.release.KnownPlatforms;
import io.jenkins.plugins.gotoolchain.release.Platform;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** For which platforms something is to be pinned: one or several with commas between them, or {@code all}. */
final class PinPlatforms {

    private static final String ALL = "all";

    private final Set<Platform> named;

    /** @param named null for all that a version is published for */
    private PinPlatforms(Set<Platform> named) {
        this.named = named;
    }

    /** @param option may be null: then it is {@code otherwise} */
    static PinPlatforms parse(String option, Set<Platform> otherwise) throws ToolchainException {
        if (option == null) {
            return new PinPlatforms(otherwise);
        }
        if (option.strip().equals(ALL)) {
            return new PinPlatforms(null);
        }
        Set<Platform> named = new TreeSet<>();
        for (String word : option.split(",", -1)) {
            named.add(Platform.parse(word));
        }
        return new PinPlatforms(named);
    }

    /** Asks the sources where it is all of them. */
    Set<Platform> of(GoVersion version, Provisioner provisioner) throws IOException, InterruptedException {
        if (named != null) {
            return named;
        }
        Set<Platform> listed = new TreeSet<>(provisioner.sources().platforms(version));
        listed.removeIf(platform -> !KnownPlatforms.contains(platform));
        if (listed.isEmpty()) {
            throw new VersionException(
                    "no source lists Go " + version + " for any platform", List.of(), "see which versions there are:"
                            + " go-toolchain releases; or name the platforms", null);
        }
        return listed;
    }
}
