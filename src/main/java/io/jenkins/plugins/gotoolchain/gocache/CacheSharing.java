package io.jenkins.plugins.gotoolchain.gocache;

import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Who uses the caches of a build. */
public enum CacheSharing {
    /** All builds of the node's user; build results apart for each version of Go. */
    NODE("node"),
    /** The builds of one job. */
    JOB("job"),
    /** The one build, and they go with it. */
    NONE("none"),
    /** As {@link #JOB}; what the node's builds have of modules is read, and never written. */
    READ_ONLY("read-only"),
    /** As Go does it by itself: we set nothing. */
    GO("go");

    private final String label;

    CacheSharing(String label) {
        this.label = label;
    }

    /** As it is written in a configuration. */
    public String label() {
        return label;
    }

    /** @throws ConfigurationException where there is none of that name */
    public static CacheSharing parse(String text) throws ConfigurationException {
        for (CacheSharing one : values()) {
            if (one.label.equals(text.strip())) {
                return one;
            }
        }
        throw new ConfigurationException("There is no cache \"" + text.replaceAll("\\p{Cntrl}", "?") + "\"",
                "use one of " + Arrays.stream(values()).map(CacheSharing::label).collect(Collectors.joining(", ")));
    }
}
