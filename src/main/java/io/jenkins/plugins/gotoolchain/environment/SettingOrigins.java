package io.jenkins.plugins.gotoolchain.environment;

import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Settings of several levels, each with the level that it came from.
 *
 * @param settings what counts in the end
 * @param origins by setting, each for people: {@code the folder "team"}; for exactly what is set
 */
public record SettingOrigins(GoSettings settings, Map<Setting, String> origins) implements Serializable {

    private static final SettingOrigins NONE = new SettingOrigins(GoSettings.none(), Map.of());

    public SettingOrigins {
        Map<Setting, String> ordered = new LinkedHashMap<>();
        for (Setting setting : settings.values().keySet()) {
            ordered.put(setting, origins.get(setting));
        }
        origins = Collections.unmodifiableMap(ordered);
    }

    /** Nothing set anywhere. */
    public static SettingOrigins none() {
        return NONE;
    }

    /** One level. */
    public static SettingOrigins of(String level, GoSettings settings) {
        Map<Setting, String> origins = new LinkedHashMap<>();
        settings.values().keySet().forEach(setting -> origins.put(setting, level));
        return new SettingOrigins(settings, origins);
    }

    /** These where they say something, else what the wider level says: the nearest wins, setting by setting. */
    public SettingOrigins over(SettingOrigins wider) {
        Map<Setting, String> merged = new LinkedHashMap<>(wider.origins);
        merged.putAll(origins);
        return new SettingOrigins(settings.over(wider.settings), merged);
    }

    /**
     * On one line: {@code GOPROXY=off (this step), GOFLAGS (the configuration)}. Flags and commands may hold anything, so
     * only where they come from is said.
     *
     * @return empty where nothing is set
     */
    public String line() {
        StringBuilder line = new StringBuilder();
        settings.values().forEach((setting, value) -> line.append(line.length() == 0 ? "" : ", ")
                .append(setting)
                .append(setting.isPrintable() ? "=" + value : "")
                .append(" (").append(origins.get(setting)).append(')'));
        return line.toString();
    }
}
