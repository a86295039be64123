package io.jenkins.plugins.gotoolchain.cli;

import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;
import java.util.Locale;
import java.util.Map;

/** The language in which findings are told. */
final class Language {

    private Language() {}

    /** @param named en or zh; null for that of the environment */
    static Locale of(String named, Map<String, String> environment) throws ConfigurationException {
        if (named != null && !named.startsWith("en") && !named.startsWith("zh")) {
            throw new ConfigurationException("--lang is en or zh, not \"" + named + "\"", "leave it out for that of the environment");
        }
        return named == null ? of(environment) : locale(named);
    }

    static Locale of(Map<String, String> environment) {
        return locale(environment.getOrDefault("LANG", ""));
    }

    private static Locale locale(String wanted) {
        return wanted.startsWith("zh") ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
    }
}
