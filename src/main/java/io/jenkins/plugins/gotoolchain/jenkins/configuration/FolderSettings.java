package io.jenkins.plugins.gotoolchain.jenkins.configuration;

import com.cloudbees.hudson.plugins.folder.AbstractFolder;
import hudson.model.Item;
import hudson.model.ItemGroup;
import io.jenkins.plugins.gotoolchain.environment.SettingOrigins;
import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;

/** What the folders around a job say; loaded only where the plugin for folders is there. */
final class FolderSettings {

    private FolderSettings() {}

    static SettingOrigins of(Item job) throws ConfigurationException {
        SettingOrigins settings = SettingOrigins.none();
        ItemGroup<?> group = job.getParent();
        while (group instanceof AbstractFolder<?> folder) {
            GoFolderProperty property = folder.getProperties().get(GoFolderProperty.class);
            if (property != null) {
                settings = settings.over(EnvironmentSettings.of(
                        "the folder \"" + folder.getFullName() + "\"", property.getEnvironment()));
            }
            group = folder.getParent();
        }
        return settings;
    }
}
