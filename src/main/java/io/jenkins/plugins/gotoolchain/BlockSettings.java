package io.jenkins.plugins.gotoolchain;

import hudson.model.Node;
import hudson.model.Run;
import io.jenkins.plugins.gotoolchain.environment.GoSettings;
import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;

/** What surrounds the settings of a block's own. */
final class BlockSettings {

    private BlockSettings() {}

    /** What the configuration gives every build. */
    static GoSettings configured(Run<?, ?> run, Node node) throws ConfigurationException {
        return EnvironmentSettings.of(run, node);
    }

    /**
     * The value of GOTOOLCHAIN: {@code local}, so that the go command never fetches another toolchain by itself, unless
     * the block says otherwise.
     *
     * @param asked null where it says nothing
     */
    static String toolchain(String asked) throws ConfigurationException {
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
