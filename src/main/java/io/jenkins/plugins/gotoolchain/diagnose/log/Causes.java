package io.jenkins.plugins.gotoolchain.diagnose.log;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gathers what was seen: the same thing once, with its first lines. */
final class Causes {

    private static final int LINES = 3;
    private static final int LONGEST = 500;

    /** Of one rule with other values each time: a log may name a thousand hosts. */
    private static final int MOST_OF_ONE = 10;

    private static final class Seen {
        final String rule;
        final int rank;
        final Map<String, String> values;
        final List<Cause.Line> lines = new ArrayList<>();
        long count;

        Seen(String rule, int rank, Map<String, String> values) {
            this.rule = rule;
            this.rank = rank;
            this.values = values;
        }
    }

    private final Map<String, Seen> seen = new LinkedHashMap<>();
    private final Map<String, Integer> ofRule = new LinkedHashMap<>();

    void add(String rule, int rank, Map<String, String> values, long line, String text) {
        String key = rule + values;
        Seen one = seen.get(key);
        if (one == null) {
            int others = ofRule.merge(rule, 1, Integer::sum);
            if (others > MOST_OF_ONE) {
                return;
            }
            one = new Seen(rule, rank, values);
            seen.put(key, one);
        }
        one.count++;
        if (one.lines.size() < LINES) {
            one.lines.add(new Cause.Line(line, text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text));
        }
    }

    /** Nearest to the root first; of the same rank, as the log has them. */
    List<Cause> all() {
        List<Cause> all = new ArrayList<>();
        for (Seen one : seen.values()) {
            all.add(new Cause(one.rule, one.rank, one.values, one.lines, one.count));
        }
        all.sort(Comparator.comparingInt(Cause::rank).thenComparingLong(Cause::firstLine));
        return all;
    }
}
