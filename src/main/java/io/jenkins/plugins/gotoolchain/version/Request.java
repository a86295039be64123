package io.jenkins.plugins.gotoolchain.version;

import java.io.Serializable;
import java.util.Objects;

/**
 * What a file of a workspace asks for.
 *
 * @param selector an exact version or a newest patch
 * @param origin file, line and the words there, such as {@code go.mod:5 toolchain go1.24.1}
 */
public record Request(VersionSelector selector, String origin) implements Serializable {

    public Request {
        Objects.requireNonNull(selector);
        Objects.requireNonNull(origin);
    }
}
