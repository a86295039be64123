package io.jenkins.plugins.gotoolchain.jenkins.metrics;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts by series, and not of more series than a server that collects them takes. Safe for use by several threads. */
final class Tally {

    private static final int MOST = 2000;

    private final Map<Series, LongAdder> counts = new ConcurrentHashMap<>();

    void add(Series series, long number) {
        LongAdder count = counts.get(series);
        if (count == null) {
            if (counts.size() >= MOST) {
                return;
            }
            count = counts.computeIfAbsent(series, one -> new LongAdder());
        }
        count.add(number);
    }

    /** By the text of each series. */
    Map<String, Long> all() {
        Map<String, Long> all = new TreeMap<>();
        counts.forEach((series, count) -> all.put(series.text(), count.sum()));
        return all;
    }
}
