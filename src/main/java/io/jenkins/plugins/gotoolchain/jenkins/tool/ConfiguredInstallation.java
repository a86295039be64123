package io.jenkins.plugins.gotoolchain.jenkins.tool;

import hudson.tools.InstallSourceProperty;
import hudson.tools.ToolInstaller;
import hudson.tools.ToolProperty;
import java.util.List;
import jenkins.model.Jenkins;

/** What an administrator configured under a name. */
public final class ConfiguredInstallation {

    private ConfiguredInstallation() {}

    static List<GoInstallation> all() {
        return List.of(Jenkins.get()
                .getDescriptorByType(GoInstallation.DescriptorImpl.class)
                .getConfiguredInstallations());
    }

    /** @return null where there is none of that name */
    public static GoInstallation named(String name) {
        for (GoInstallation one : all()) {
            if (one.getName().equals(name)) {
                return one;
            }
        }
        return null;
    }

    /** @return null where none of its installers is ours */
    public static GoReleaseInstaller installerOf(GoInstallation installation) {
        for (ToolProperty<?> property : installation.getProperties()) {
            if (property instanceof InstallSourceProperty sources) {
                for (ToolInstaller installer : sources.installers) {
                    if (installer instanceof GoReleaseInstaller ours) {
                        return ours;
                    }
                }
            }
        }
        return null;
    }
}
