package io.jenkins.plugins.gotoolchain.diagnose;

import java.util.Locale;
import java.util.ResourceBundle;

/** What a finding means and what to do about it, in a person's language. */
public final class FindingText {

    private static final ResourceBundle.Control NO_OTHER_LANGUAGE =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final ResourceBundle words;

    /** English where there is nothing in that language. */
    public FindingText(Locale locale) {
        words = ResourceBundle.getBundle(
                FindingText.class.getPackageName() + ".Findings", locale, FindingText.class.getClassLoader(), NO_OTHER_LANGUAGE);
    }

    /** @param version the Go that the line names; null where it names none */
    public String problem(LogKind kind, String version) {
        return text(kind + ".problem", version);
    }

    /** @param version the Go that the line names; null where it names none */
    public String advice(LogKind kind, String version) {
        return text(kind + ".advice", version) + (version == null ? "" : text("version.advice", version));
    }

    /** @param number 0 where it is not known */
    public String line(long number) {
        return number == 0 ? words.getString("line.unknown") : words.getString("line").replace("{line}", Long.toString(number));
    }

    /** How a line with the advice begins. */
    public String toDo() {
        return words.getString("todo");
    }

    private String text(String key, String version) {
        String named = version == null ? key + ".unversioned" : key;
        return words.getString(words.containsKey(named) ? named : key).replace("{version}", version == null ? "" : version);
    }
}
