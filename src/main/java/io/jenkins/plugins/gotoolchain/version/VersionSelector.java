package io.jenkins.plugins.gotoolchain.version;

import io.jenkins.plugins.gotoolchain.failure.VersionException;
import java.io.Serializable;

/**
 * What a person wrote to say which Go is wanted. {@code 1.24} and {@code 1.24.x} are the newest patch of 1.24, for
 * every language version alike; the first release of Go 1.20 is {@code 1.20.0}. A pre-release is had by its full name.
 */
public sealed interface VersionSelector extends Serializable {

    /** As it was written. */
    String text();

    /** Reads a selector; a leading {@code go} and blanks around it do not matter. */
    static VersionSelector parse(String text) throws VersionException {
        return SelectorSyntax.parse(text);
    }

    /** One release, named. */
    record Exact(String text, GoVersion version) implements VersionSelector {
        public Exact(GoVersion version) {
            this(version.text(), version);
        }
    }

    /** The newest patch release of a language version. */
    record NewestPatch(String text, GoVersion language) implements VersionSelector {}

    /** The newest release. */
    record Stable() implements VersionSelector {
        @Override
        public String text() {
            return "stable";
        }
    }

    /** The newest patch release of the language version before that of the newest release. */
    record OldStable() implements VersionSelector {
        @Override
        public String text() {
            return "oldstable";
        }
    }

    /**
     * What a file of the workspace says.
     *
     * @param fileName relative to the workspace, with {@code /}; its last name is {@code go.mod}, {@code go.work},
     *     {@code .go-version} or {@code .tool-versions}
     */
    record InFile(String fileName) implements VersionSelector {
        @Override
        public String text() {
            return fileName;
        }
    }
}
