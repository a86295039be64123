package io.jenkins.plugins.gotoolchain.environment;

import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;
import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What one level (the global configuration, a tool, a step, the command line) sets for Go. What is not set, or blank,
 * is left to the next wider level, and in the end to what the build inherits.
 *
 * @param values in the order of {@link Setting}, each checked and not blank
 */
public record GoSettings(Map<Setting, String> values) implements Serializable {

    private static final GoSettings NONE = new GoSettings(Map.of());

    public GoSettings {
        Map<Setting, String> ordered = new LinkedHashMap<>();
        for (Setting setting : Setting.values()) {
            String value = values.get(setting);
            if (value != null && !value.isBlank()) {
                ordered.put(setting, value.strip());
            }
        }
        values = Collections.unmodifiableMap(ordered);
    }

    /** Nothing set. */
    public static GoSettings none() {
        return NONE;
    }

    /**
     * @param named by name, {@code GOPROXY} or {@code goproxy}; blank and null values are as good as absent
     * @throws ConfigurationException where a name is unknown or a value is one that Go would refuse or misread
     */
    public static GoSettings of(Map<String, String> named) throws ConfigurationException {
        GoSettings settings = NONE;
        for (Map.Entry<String, String> entry : named.entrySet()) {
            settings = settings.with(Setting.parse(entry.getKey()), entry.getValue());
        }
        return settings;
    }

    /** These with one more; blank or null takes it out. @throws ConfigurationException where Go would refuse or misread it */
    public GoSettings with(Setting setting, String value) throws ConfigurationException {
        Map<Setting, String> changed = new LinkedHashMap<>(values);
        if (value == null || value.isBlank()) {
            changed.remove(setting);
        } else {
            SettingRules.check(setting, value.strip());
            changed.put(setting, value);
        }
        return new GoSettings(changed);
    }

    /** These where they say something, else what the wider level says: the nearest wins, setting by setting. */
    public GoSettings over(GoSettings wider) {
        Map<Setting, String> merged = new LinkedHashMap<>(wider.values);
        merged.putAll(values);
        return new GoSettings(merged);
    }
}
