package io.jenkins.plugins.gotoolchain.jenkins.configuration;

import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;
import io.jenkins.plugins.gotoolchain.failure.VersionException;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import io.jenkins.plugins.gotoolchain.version.Resolution;
import io.jenkins.plugins.gotoolchain.version.VersionSelector;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The versions that an administrator allows: {@code >=1.23}, {@code 1.24.x}, {@code 1.22.12}, with commas between. */
public final class AllowedVersions {

    private final String text;
    private final List<Predicate<GoVersion>> rules;
    private final Map<GoVersion, String> withdrawn;

    private AllowedVersions(String text, List<Predicate<GoVersion>> rules, Map<GoVersion, String> withdrawn) {
        this.text = text;
        this.rules = rules;
        this.withdrawn = withdrawn;
    }

    /** @throws ConfigurationException where what is configured cannot be read */
    public static AllowedVersions current() throws ConfigurationException {
        GoToolchainConfiguration configuration = GoToolchainConfiguration.get();
        AllowedVersions allowed = parse(configuration.getAllowedVersions());
        return new AllowedVersions(allowed.text, allowed.rules, configuration.withdrawnVersions());
    }

    /** @throws VersionException where the configuration does not allow it */
    public static void check(Resolution resolution) throws ConfigurationException, VersionException {
        AllowedVersions allowed = current();
        String reason = allowed.withdrawn.get(resolution.version());
        if (reason != null) {
            throw new VersionException(
                    "Go " + resolution.version() + " was withdrawn here (" + resolution.how() + ")"
                            + (reason.isEmpty() ? "" : ": " + reason),
                    "use another version; 1.24.x, for example, chooses the newest that is not withdrawn");
        }
        if (!allowed.allows(resolution.version())) {
            throw new VersionException(
                    "Go " + resolution.version() + " is not allowed here (" + resolution.how() + "): allowed is "
                            + allowed.text,
                    "ask for an allowed version, or have an administrator allow it in the configuration of Go toolchains");
        }
    }

    /** Several conditions that begin with a comparison hold together; versions and patterns are alternatives. */
    static AllowedVersions parse(String text) throws ConfigurationException {
        List<Predicate<GoVersion>> bounds = new ArrayList<>();
        List<Predicate<GoVersion>> choices = new ArrayList<>();
        if (text != null) {
            for (String one : text.split(",")) {
                String rule = one.trim();
                if (rule.startsWith(">") || rule.startsWith("<")) {
                    bounds.add(bound(rule));
                } else if (!rule.isEmpty()) {
                    choices.add(choice(rule));
                }
            }
        }
        List<Predicate<GoVersion>> rules = new ArrayList<>();
        if (!bounds.isEmpty()) {
            rules.add(version -> bounds.stream().allMatch(rule -> rule.test(version)));
        }
        rules.addAll(choices);
        return new AllowedVersions(text, rules, Map.of());
    }

    private static Predicate<GoVersion> bound(String rule) throws ConfigurationException {
        boolean orEqual = rule.startsWith(">=") || rule.startsWith("<=");
        GoVersion than = version(rule.substring(orEqual ? 2 : 1).trim(), rule);
        boolean above = rule.startsWith(">");
        return version -> {
            int order = version.compareTo(than);
            return order == 0 ? orEqual : above == order > 0;
        };
    }

    private static Predicate<GoVersion> choice(String rule) throws ConfigurationException {
        VersionSelector selector;
        try {
            selector = VersionSelector.parse(rule);
        } catch (VersionException e) {
            throw wrong(rule);
        }
        if (selector instanceof VersionSelector.NewestPatch patches) {
            return version -> version.language().equals(patches.language());
        }
        if (selector instanceof VersionSelector.Exact exact) {
            return version -> version.equals(exact.version());
        }
        throw wrong(rule);
    }

    private static GoVersion version(String text, String rule) throws ConfigurationException {
        try {
            return GoVersion.parse(text);
        } catch (VersionException e) {
            throw wrong(rule);
        }
    }

    private static ConfigurationException wrong(String rule) {
        return new ConfigurationException(
                "\"" + rule + "\" does not say which versions of Go are allowed",
                "write >=1.23, <1.26, 1.24.x or 1.24.1, with commas between");
    }

    public boolean allows(GoVersion version) {
        return !withdrawn.containsKey(version) && (rules.isEmpty() || rules.stream().anyMatch(rule -> rule.test(version)));
    }
}
