package io.jenkins.plugins.gotoolchain.jenkins.tool;

import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;
import io.jenkins.plugins.gotoolchain.jenkins.configuration.AllowedVersions;
import io.jenkins.plugins.gotoolchain.jenkins.configuration.GoToolchainConfiguration;
import io.jenkins.plugins.gotoolchain.jenkins.configuration.KnownReleases;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The installations that nobody configured, where the administrator leaves that on: every released version that is
 * allowed, newest first, and then what stands for one: {@code stable}, {@code oldstable}, and for each language version
 * {@code 1.24} and {@code 1.24.x}.
 */
final class ReleasedInstallations {

    private ReleasedInstallations() {}

    static GoInstallation[] join(GoInstallation[] configured) {
        if (!GoToolchainConfiguration.get().isAnyReleasedVersion()) {
            return configured;
        }
        List<GoInstallation> all = new ArrayList<>(Arrays.asList(configured));
        Set<String> taken = OldGoPlugin.names(); // what it has keeps meaning that, until it is taken over
        for (GoInstallation one : configured) {
            taken.add(one.getName());
        }
        for (String name : names()) {
            if (taken.add(name)) {
                all.add(GoInstallation.released(name));
            }
        }
        return all.toArray(new GoInstallation[0]);
    }

    /** Only those that are allowed; none where it cannot be read which are. */
    static Set<String> names() {
        AllowedVersions allowed;
        try {
            allowed = AllowedVersions.current();
        } catch (ConfigurationException e) {
            return Set.of();
        }
        Set<String> names = new LinkedHashSet<>();
        Set<String> selectors = new LinkedHashSet<>(List.of("stable", "oldstable"));
        for (GoVersion version : KnownReleases.get().last()) {
            if (allowed.allows(version)) {
                names.add(KnownReleases.inFull(version));
                if (!version.isPrerelease() && version.text().indexOf('.') > 0) {
                    selectors.add(version.language().text());
                    selectors.add(version.language().text() + ".x");
                }
            }
        }
        names.addAll(selectors);
        return names;
    }
}
