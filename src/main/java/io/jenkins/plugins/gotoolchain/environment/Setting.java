package io.jenkins.plugins.gotoolchain.environment;

import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What can be set for Go, in the order in which it is printed. The names are those of {@code go help environment}. */
public enum Setting {
    GOPROXY,
    GONOPROXY,
    GOPRIVATE,
    GOSUMDB,
    GONOSUMDB,
    GOINSECURE,
    GOVCS,
    GOFLAGS,
    GOCACHE,
    GOMODCACHE,
    /** Go 1.24 and later only. */
    GOCACHEPROG;

    /** Accepts {@code GOPROXY} and {@code goproxy}. @throws ConfigurationException where there is no such setting */
    public static Setting parse(String name) throws ConfigurationException {
        try {
            return valueOf(name.trim().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException("There is no setting \"" + printable(name) + "\" for Go",
                    "use one of " + Arrays.stream(values()).map(Setting::name).collect(Collectors.joining(", ")));
        }
    }

    /** Whether its value may stand in a log: flags and commands may hold anything. */
    boolean isPrintable() {
        return this != GOFLAGS && this != GOCACHEPROG;
    }

    private static String printable(String name) {
        return name.replaceAll("\\p{Cntrl}", "?");
    }
}
