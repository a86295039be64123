package io.jenkins.plugins.gotoolchain;

import hudson.tools.InstallSourceProperty;
import hudson.tools.ToolInstaller;
import hudson.tools.ToolProperty;
import jenkins.model.Jenkins;

/** What an administrator configured under a name. */
final class ConfiguredInstallation {

    private ConfiguredInstallation() {}

    /** @return null where there is none of that name */
    static GoInstallation named(String name) {
        GoInstallation.DescriptorImpl all = Jenkins.get().getDescriptorByType(GoInstallation.DescriptorImpl.class);
        for (GoInstallation one : all.getConfiguredInstallations()) {
            if (one.getName().equals(name)) {
                return one;
            }
        }
        return null;
    }

    /** @return null where none of its installers is ours */
    static GoReleaseInstaller installerOf(GoInstallation installation) {
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
