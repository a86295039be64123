package io.jenkins.plugins.gotoolchain.jenkins.configuration;

import hudson.Util;
import hudson.util.ComboBoxModel;
import hudson.util.FormValidation;
import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;
import io.jenkins.plugins.gotoolchain.failure.VersionException;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import io.jenkins.plugins.gotoolchain.version.SupportedReleases;
import io.jenkins.plugins.gotoolchain.version.VersionSelector;
import java.util.Collection;

/** The versions that a form offers, and what it says of the one that is entered. Asks only what is known already. */
public final class VersionChoice {

    private VersionChoice() {}

    /** What stands for a version first, then the known releases, newest first. */
    public static ComboBoxModel items() {
        ComboBoxModel items = new ComboBoxModel();
        Collection<GoVersion> known = KnownReleases.get().last();
        SupportedReleases supported = SupportedReleases.of(known);
        items.add("stable");
        items.add("oldstable");
        supported.stable().ifPresent(version -> items.add(version.language() + ".x"));
        supported.oldStable().ifPresent(version -> items.add(version.language() + ".x"));
        for (GoVersion version : known) {
            if (!version.isPrerelease()) {
                items.add(KnownReleases.inFull(version));
            }
        }
        return items;
    }

    /** @throws VersionException where it is neither a version nor what stands for one */
    static void check(String text) throws VersionException {
        VersionSelector.parse(text);
    }

    /** For a version that is installed by a tool: a file of a workspace is none. */
    public static FormValidation judge(String value) {
        String text = Util.fixEmptyAndTrim(value);
        if (text == null) {
            return FormValidation.ok(Messages.VersionChoice_asName());
        }
        VersionSelector selector;
        try {
            selector = VersionSelector.parse(text);
        } catch (VersionException e) {
            return FormValidation.error(e.getMessage());
        }
        if (selector instanceof VersionSelector.InFile) {
            return FormValidation.error(Messages.VersionChoice_file());
        }
        Collection<GoVersion> known = KnownReleases.get().last();
        SupportedReleases supported = SupportedReleases.of(known);
        if (selector instanceof VersionSelector.Exact exact) {
            return exact(exact.version(), known, supported);
        }
        if (selector instanceof VersionSelector.NewestPatch patches) {
            return supported.supports(patches.language())
                    ? FormValidation.ok(Messages.VersionChoice_newestOf(patches.language()))
                    : FormValidation.warning(Messages.VersionChoice_unsupported(patches.language(), supported));
        }
        return FormValidation.ok(Messages.VersionChoice_today(
                selector instanceof VersionSelector.Stable
                        ? supported.stable().map(GoVersion::text).orElse("?")
                        : supported.oldStable().map(GoVersion::text).orElse("?")));
    }

    private static FormValidation exact(GoVersion version, Collection<GoVersion> known, SupportedReleases supported) {
        try {
            if (!AllowedVersions.current().allows(version)) {
                return FormValidation.error(Messages.VersionChoice_notAllowed(
                        version, GoToolchainConfiguration.get().getAllowedVersions()));
            }
        } catch (ConfigurationException e) {
            return FormValidation.error(e.getMessage());
        }
        if (known.stream().noneMatch(one -> one.compareTo(version) == 0)) {
            return FormValidation.warning(Messages.VersionChoice_unknown(version));
        }
        if (supported.stable().filter(version::equals).isPresent()) {
            return FormValidation.ok(Messages.VersionChoice_newest());
        }
        return supported.supports(version)
                ? FormValidation.ok(Messages.VersionChoice_supported(supported))
                : FormValidation.warning(Messages.VersionChoice_unsupported(version, supported));
    }
}
