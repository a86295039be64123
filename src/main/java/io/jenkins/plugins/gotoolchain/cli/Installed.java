package io.jenkins.plugins.gotoolchain.cli;

import io.jenkins.plugins.gotoolchain.failure.VersionException;
import io.jenkins.plugins.gotoolchain.release.Platform;
import io.jenkins.plugins.gotoolchain.store.Listed;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** One of the toolchains that are in the store, chosen by the words of a command. */
record Installed(GoVersion version, Platform platform) {

    String name() {
        return "go" + version + " " + platform;
    }

    /**
     * All, for this machine's platform or the one that the options name, where no version is named; all platforms where
     * neither is.
     */
    static List<Installed> choose(EngineSetup setup, GoToolchainCommand options, List<String> versions)
            throws IOException {
        List<Installed> there = new ArrayList<>();
        for (Listed one : setup.store().list()) {
            there.add(new Installed(one.version(), one.platform()));
        }
        if (versions.isEmpty()) {
            if (options.platform != null) {
                Platform platform = setup.platform();
                there.removeIf(one -> !one.platform().equals(platform));
            }
            return there;
        }
        List<Installed> chosen = new ArrayList<>();
        Platform platform = setup.platform();
        for (String text : versions) {
            Installed wanted = new Installed(GoVersion.parse(text), platform);
            if (!there.contains(wanted)) {
                throw new VersionException(
                        "Go " + wanted.version() + " for " + platform + " is not installed in " + setup.root(),
                        "see what is: go-toolchain list");
            }
            chosen.add(wanted);
        }
        return chosen;
    }
}
