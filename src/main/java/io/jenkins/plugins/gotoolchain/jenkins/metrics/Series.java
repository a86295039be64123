package io.jenkins.plugins.gotoolchain.jenkins.metrics;

import java.util.StringJoiner;
import java.util.TreeMap;

/**
 * One series of numbers.
 *
 * @param name in the style of Prometheus
 * @param labels by name
 */
record Series(String name, TreeMap<String, String> labels) {

    static Series of(String name, String... labels) {
        TreeMap<String, String> all = new TreeMap<>();
        for (int i = 0; i < labels.length; i += 2) {
            all.put(labels[i], labels[i + 1]);
        }
        return new Series(name, all);
    }

    /** {@code name{label="value"}}, with the escapes of Prometheus' text format. */
    String text() {
        if (labels.isEmpty()) {
            return name;
        }
        StringJoiner text = new StringJoiner(",", name + "{", "}");
        labels.forEach((label, value) -> text.add(label + "=\""
                + value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\""));
        return text.toString();
    }
}
