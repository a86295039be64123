package io.jenkins.plugins.gotoolchain.diagnose.network;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a report says, in a person's language. */
public final class NetworkWords {

    private static final Pattern VALUE = Pattern.compile("\\{([a-z]+)\\}");
    private static final ResourceBundle.Control NO_OTHER_LANGUAGE =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final ResourceBundle words;

    /** English where there is nothing in that language. */
    public NetworkWords(Locale locale) {
        words = ResourceBundle.getBundle(NetworkWords.class.getPackageName() + ".NetworkCauses", locale,
                NetworkWords.class.getClassLoader(), NO_OTHER_LANGUAGE);
    }

    /** A word of the report's frame. */
    public String word(String key) {
        return words.getString(key);
    }

    public String problem(NetworkFinding finding) {
        String known = finding.cause() + ".known";
        boolean isKnown = finding.values().containsKey("off") && words.containsKey(known);
        return filled(words.getString(isKnown ? known : finding.cause().name()), finding.values());
    }

    /** The one thing to change. */
    public String advice(NetworkFinding finding) {
        return filled(words.getString(finding.cause() + ".do"), finding.values());
    }

    public String title(NetworkReport report) {
        return filled(word("title"), Map.of("node", report.node()));
    }

    public String checked(NetworkReport report) {
        return filled(word("checked"), Map.of(
                "when", Instant.ofEpochMilli(report.atMillis()).truncatedTo(ChronoUnit.SECONDS).toString(),
                "platform", report.platform(), "profile", report.profile(), "took", Long.toString(report.tookMillis())));
    }

    /** In a few words. */
    public String verdict(TargetCheck check) {
        if (!check.serves()) {
            return word("fails") + ": " + String.join(", ", check.findings().stream()
                    .filter(finding -> finding.cause().blocks()).map(finding -> label(finding.cause())).toList());
        }
        if (check.findings().stream().anyMatch(finding -> finding.cause() == NetworkCause.BYTES_SLOW)) {
            return word("slow");
        }
        return word(check.findings().isEmpty() ? "serves" : "notes");
    }

    public String step(PathStep.Name name) {
        return word("step." + name);
    }

    public String state(PathStep.State state) {
        return word("state." + state);
    }

    /** The cause as it is called in JSON: {@code name-unknown}. */
    public static String label(NetworkCause cause) {
        return cause.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** {@code 23 ms}; a dash where there is none. */
    public static String millis(long millis) {
        return millis < 0 ? "-" : millis + " ms";
    }

    /** {@code 12.3 MB/s}; a dash where there is none. */
    public static String rate(double bytesPerSecond) {
        if (bytesPerSecond <= 0) {
            return "-";
        }
        return bytesPerSecond >= 1e6 ? String.format(Locale.ROOT, "%.1f MB/s", bytesPerSecond / 1e6)
                : String.format(Locale.ROOT, "%.0f kB/s", bytesPerSecond / 1e3);
    }

    private static String filled(String text, Map<String, String> values) {
        Matcher value = VALUE.matcher(text);
        StringBuilder filled = new StringBuilder();
        while (value.find()) {
            value.appendReplacement(filled, Matcher.quoteReplacement(values.getOrDefault(value.group(1), "")));
        }
        return value.appendTail(filled).toString().replace("  ", " ").replace(" ()", "").replace("（）", "").strip();
    }
}
