package io.jenkins.plugins.gotoolchain.jenkins.configuration;

import hudson.Util;
import hudson.util.FormValidation;
import io.jenkins.plugins.gotoolchain.environment.GoSettings;
import io.jenkins.plugins.gotoolchain.environment.ModuleMistakes;
import io.jenkins.plugins.gotoolchain.environment.Setting;
import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Logger;

/** What a form and the system log say of settings for modules. Asks nobody: only what was handed in is looked at. */
final class ModuleChecks {

    private static final Logger LOGGER = Logger.getLogger(ModuleChecks.class.getName());

    private ModuleChecks() {}

    /** Of one field by itself. */
    static FormValidation one(Setting setting, String value) {
        return beside(setting, value, Map.of());
    }

    /** @param others what the form has besides; those that are wrong themselves do not count */
    static FormValidation beside(Setting setting, String value, Map<Setting, String> others) {
        if (Util.fixEmptyAndTrim(value) == null) {
            return FormValidation.ok();
        }
        try {
            GoSettings settings = GoSettings.none().with(setting, value);
            for (Map.Entry<Setting, String> other : others.entrySet()) {
                settings = withIfGood(settings, other.getKey(), other.getValue());
            }
            List<String> mine = new ArrayList<>(ModuleMistakes.in(settings));
            mine.removeIf(mistake -> !mistake.startsWith(setting.name() + " "));
            return mine.isEmpty() ? FormValidation.ok() : FormValidation.warning(String.join("\n", mine));
        } catch (ConfigurationException e) {
            return FormValidation.error(e.getMessage());
        }
    }

    private static GoSettings withIfGood(GoSettings settings, Setting setting, String value) {
        try {
            return settings.with(setting, value);
        } catch (ConfigurationException e) {
            return settings; // its own field says so
        }
    }

    /**
     * For what no form has shown: configuration as code, scripts, files from before.
     *
     * @param environment null where it says nothing
     */
    static void log(String level, GoEnvironmentSettings environment) {
        try {
            for (String mistake : ModuleMistakes.in(EnvironmentSettings.of(level, environment).settings())) {
                LOGGER.warning("Of " + level + ": " + mistake);
            }
        } catch (ConfigurationException e) {
            LOGGER.warning("Builds with Go will fail: " + e.getMessage());
        }
    }
}
