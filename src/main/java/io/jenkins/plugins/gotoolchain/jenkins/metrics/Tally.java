package io.jenkins.plugins.gotoolchain.jenkins.metrics;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts by series. Versions and sources are named by builds, so what is beyond a number of series is counted under
 * {@code other}: nothing is lost, and a server that collects them is not flooded. Safe for use by several threads.
 */
final class Tally {

    /** Series with names of their own, of each thing that is counted. */
    static final int MOST = 300;

    private final Map<Series, LongAdder> counts = new ConcurrentHashMap<>();

    void add(Series series, long number) {
        LongAdder count = counts.get(series);
        (count == null ? begun(series) : count).add(number);
    }

    private synchronized LongAdder begun(Series series) {
        boolean known = counts.containsKey(series);
        long others = counts.keySet().stream().filter(one -> one.counted() == series.counted()).count();
        return counts.computeIfAbsent(known || others < MOST ? series : series.folded(), one -> new LongAdder());
    }

    /** In the order in which they are shown. */
    Map<Series, Long> all() {
        Map<Series, Long> all = new TreeMap<>(Series.ORDER);
        counts.forEach((series, count) -> all.put(series, count.sum()));
        return all;
    }
}
