package io.jenkins.plugins.gotoolchain.jenkins.configuration;

import hudson.model.Node;
import hudson.model.Run;
import io.jenkins.plugins.gotoolchain.environment.SettingOrigins;
import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;
import jenkins.model.Jenkins;

/**
 * What one build with Go gets on one node besides the toolchain. The nearest wins, setting by setting: the innermost
 * folder of the job, the outer ones, the node, the global configuration. How toolchains themselves are proven is for
 * the global configuration alone, see {@link EngineSettings}.
 */
public final class EnvironmentSettings {

    /** The widest level, for people. */
    static final String GLOBAL = "the configuration of Go toolchains";

    private EnvironmentSettings() {}

    /**
     * @param run null where none is known: then no folder counts
     * @param node null where none is known
     * @throws ConfigurationException where one of the settings is one that Go would refuse or misread
     */
    public static SettingOrigins of(Run<?, ?> run, Node node) throws ConfigurationException {
        SettingOrigins settings = of(GLOBAL, GoToolchainConfiguration.get().getEnvironment());
        GoNodeProperty property = node == null ? null : node.getNodeProperties().get(GoNodeProperty.class);
        if (property != null) {
            settings = of("the node \"" + node.getDisplayName() + "\"", property.getEnvironment()).over(settings);
        }
        if (run != null && Jenkins.get().getPlugin("cloudbees-folder") != null) {
            settings = FolderSettings.of(run.getParent()).over(settings);
        }
        return settings;
    }

    /**
     * One level.
     *
     * @param level for people
     * @param environment null where it says nothing
     * @throws ConfigurationException which names the level
     */
    public static SettingOrigins of(String level, GoEnvironmentSettings environment) throws ConfigurationException {
        try {
            return environment == null ? SettingOrigins.none() : SettingOrigins.of(level, environment.settings());
        } catch (ConfigurationException e) {
            throw new ConfigurationException(e.problem() + "\n  set by: " + level, e.advice());
        }
    }
}
