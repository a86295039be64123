package io.jenkins.plugins.gotoolchain.environment;

import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What a build has already of one level that is not ours: its environment, a file of Go's. It stays as it is; we only say
 * what is there and what is the matter with it.
 *
 * @param origins what Go can use of it
 * @param unusable by setting, why Go refuses or misreads it, on one line
 */
public record InheritedSettings(SettingOrigins origins, Map<Setting, String> unusable) {

    public InheritedSettings {
        unusable = Collections.unmodifiableMap(unusable.isEmpty() ? Map.of() : new EnumMap<>(unusable));
    }

    /**
     * @param level for people
     * @param lookup by a setting's name; null or blank where it is not set
     */
    public static InheritedSettings of(String level, UnaryOperator<String> lookup) {
        GoSettings settings = GoSettings.none();
        Map<Setting, String> unusable = new EnumMap<>(Setting.class);
        for (Setting setting : Setting.values()) {
            try {
                settings = settings.with(setting, lookup.apply(setting.name()));
            } catch (ConfigurationException e) {
                unusable.put(setting, level + ": " + e.getMessage().strip().replaceAll("\\s*\\R\\s*", "; "));
            }
        }
        return new InheritedSettings(SettingOrigins.of(level, settings), unusable);
    }

    /** What is the matter with those that nothing nearer replaces. */
    public List<String> unusable(GoSettings nearer) {
        List<String> left = new ArrayList<>();
        unusable.forEach((setting, why) -> {
            if (!nearer.values().containsKey(setting)) {
                left.add(why);
            }
        });
        return left;
    }
}
