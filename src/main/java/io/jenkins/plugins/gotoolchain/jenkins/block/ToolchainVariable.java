package io.jenkins.plugins.gotoolchain.jenkins.block;

import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;

/** What a block sets GOTOOLCHAIN to. */
final class ToolchainVariable {

    private ToolchainVariable() {}

    /**
     * {@code local}, so that the go command never fetches another toolchain by itself, unless the block says otherwise.
     *
     * @param asked null where it says nothing
     */
    static String of(String asked) throws ConfigurationException {
        if (asked == null) {
            return "local";
        }
        if (!asked.matches("(local|auto|path|go[0-9][0-9a-z.]*)(\\+(auto|path))?")) {
            throw new ConfigurationException(
                    "withGo cannot set GOTOOLCHAIN to what its toolchain says",
                    "write local, auto, path, a name such as go1.24.1, or a name with +auto or +path");
        }
        return asked;
    }
}
