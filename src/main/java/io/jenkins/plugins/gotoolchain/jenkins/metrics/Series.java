package io.jenkins.plugins.gotoolchain.jenkins.metrics;

import java.util.Comparator;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;

/**
 * One series of numbers.
 *
 * @param labels by name; without those that are empty, which Prometheus takes for missing
 */
record Series(Counted counted, SortedMap<String, String> labels) {

    static final Comparator<Series> ORDER = Comparator.comparing(Series::counted).thenComparing(Series::text);

    private static final String CAUSE = "cause";

    static Series of(Counted counted, String... labels) {
        SortedMap<String, String> all = new TreeMap<>();
        for (int i = 0; i < labels.length; i += 2) {
            if (!labels[i + 1].isEmpty()) {
                all.put(labels[i], labels[i + 1]);
            }
        }
        return new Series(counted, all);
    }

    /** Where it is counted when there are too many: of what is named from outside only that it was something else. */
    Series folded() {
        SortedMap<String, String> all = new TreeMap<>(labels);
        all.replaceAll((label, value) -> label.equals(CAUSE) ? value : "other");
        return new Series(counted, all);
    }

    /** {@code name{label="value"}}, with the escapes of Prometheus' text format. */
    String text() {
        if (labels.isEmpty()) {
            return counted.title();
        }
        StringJoiner text = new StringJoiner(",", counted.title() + "{", "}");
        labels.forEach((label, value) -> text.add(label + "=\""
                + value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\""));
        return text.toString();
    }
}
