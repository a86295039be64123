package io.jenkins.plugins.gotoolchain;

import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.HashSet;

/** The installations that nobody configured: every released version, where the administrator leaves that on. */
final class ReleasedInstallations {

    private ReleasedInstallations() {}

    static GoInstallation[] join(GoInstallation[] configured) {
        GoToolchainConfiguration configuration = GoToolchainConfiguration.get();
        if (!configuration.isAnyReleasedVersion()) {
            return configured;
        }
        AllowedVersions allowed;
        try {
            allowed = AllowedVersions.parse(configuration.getAllowedVersions());
        } catch (ConfigurationException e) {
            return configured;
        }
        List<GoInstallation> all = new ArrayList<>(Arrays.asList(configured));
        Set<String> names = new HashSet<>();
        for (GoInstallation one : configured) {
            names.add(one.getName());
        }
        for (GoVersion version : KnownReleases.get().last()) {
            if (allowed.allows(version) && names.add(version.text())) {
                all.add(new GoInstallation(version.text(), null, null));
            }
        }
        return all.toArray(new GoInstallation[0]);
    }
}
