package io.jenkins.plugins.gotoolchain.version;

import java.io.Serializable;
import java.util.Objects;

/**
 * The one version that a selector came to.
 *
 * @param asked the selector as it was written
 * @param version the release that it means
 * @param how in words, such as {@code go.mod:5 toolchain go1.24.1} or {@code newest of 1.24}
 */
public record Resolution(String asked, GoVersion version, String how) implements Serializable {

    public Resolution {
        Objects.requireNonNull(asked);
        Objects.requireNonNull(version);
        Objects.requireNonNull(how);
    }
}
