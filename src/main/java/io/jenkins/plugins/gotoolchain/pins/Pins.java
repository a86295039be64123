package io.jenkins.plugins.gotoolchain.pins;

import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;
import io.jenkins.plugins.gotoolchain.release.Platform;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * All that is pinned. Whoever has such a list accepts nothing that is not on it, as with the lock files of package
 * managers.
 *
 * @param from where the list is, for people: the file's name
 * @param list each version and platform at most once
 */
public record Pins(String from, List<Pin> list) implements Serializable {

    private static final long serialVersionUID = 1L;

    public Pins {
        list = List.copyOf(list);
    }

    public Optional<Pin> find(GoVersion version, Platform platform) {
        for (Pin pin : list) {
            if (pin.isOf(version, platform)) {
                return Optional.of(pin);
            }
        }
        return Optional.empty();
    }

    /** @throws ConfigurationException where there is none: then nothing may be installed, or used */
    public Pin require(GoVersion version, Platform platform) throws ConfigurationException {
        Optional<Pin> pin = find(version, platform);
        if (pin.isPresent()) {
            return pin.get();
        }
        StringBuilder others = new StringBuilder();
        for (Pin other : list) {
            if (other.version().equals(version)) {
                others.append(others.length() == 0 ? "; it is for " : ", ").append(other.platform());
            }
        }
        throw new ConfigurationException(
                "Go " + version + " for " + platform + " is not pinned in " + from + others
                        + ", and with a file of pins nothing else is accepted",
                "pin it, and look at what the file says then: go-toolchain pins add " + version + " --platform "
                        + platform);
    }
}
