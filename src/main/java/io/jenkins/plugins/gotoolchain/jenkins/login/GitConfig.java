package io.jenkins.plugins.gotoolchain.jenkins.login;

import hudson.EnvVars;
import java.util.LinkedHashMap;
import java.util.Map;

/** Settings of git in the environment, {@code GIT_CONFIG_COUNT} and so on (git-config(1)). */
final class GitConfig {

    private GitConfig() {}

    /**
     * @param settings by their names
     * @param environment what it has already goes on
     */
    static Map<String, String> more(Map<String, String> settings, EnvVars environment) {
        Map<String, String> variables = new LinkedHashMap<>();
        int count = count(environment.get("GIT_CONFIG_COUNT"));
        for (Map.Entry<String, String> setting : settings.entrySet()) {
            variables.put("GIT_CONFIG_KEY_" + count, setting.getKey());
            variables.put("GIT_CONFIG_VALUE_" + count, setting.getValue());
            count++;
        }
        variables.put("GIT_CONFIG_COUNT", Integer.toString(count));
        return variables;
    }

    private static int count(String text) {
        try {
            return text == null ? 0 : Math.max(0, Integer.parseInt(text.trim()));
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
