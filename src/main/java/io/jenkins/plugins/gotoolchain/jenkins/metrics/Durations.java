package io.jenkins.plugins.gotoolchain.jenkins.metrics;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/** How long something took, in buckets of seconds. Safe for use by several threads. */
final class Durations {

    private static final int[] SECONDS = {1, 2, 5, 10, 20, 30, 60, 120, 300, 600};

    /** Each counts what is in no smaller one; the last has no upper end. */
    private final LongAdder[] buckets = new LongAdder[SECONDS.length + 1];
    private final LongAdder millis = new LongAdder();

    Durations() {
        for (int i = 0; i < buckets.length; i++) {
            buckets[i] = new LongAdder();
        }
    }

    /** Of the buckets, in seconds, but for the last. */
    static List<Double> bounds() {
        return Arrays.stream(SECONDS).asDoubleStream().boxed().toList();
    }

    /** @param took milliseconds; less than none counts as none */
    void add(long took) {
        long counted = Math.max(0, took);
        int bucket = 0;
        while (bucket < SECONDS.length && counted > SECONDS[bucket] * 1000L) {
            bucket++;
        }
        buckets[bucket].increment();
        millis.add(counted);
    }

    /** As a histogram. All buckets are there from the start and in order, as Prometheus wants them. */
    void write(StringBuilder text, String name, String help) {
        text.append("# HELP ").append(name).append(' ').append(help)
                .append("\n# TYPE ").append(name).append(" histogram\n");
        long soFar = 0;
        for (int i = 0; i < buckets.length; i++) {
            soFar += buckets[i].sum();
            text.append(name).append("_bucket{le=\"").append(i < SECONDS.length ? "" + SECONDS[i] : "+Inf").append("\"} ")
                    .append(soFar).append('\n');
        }
        text.append(name).append("_sum ").append(millis.sum() / 1000.0).append('\n');
        text.append(name).append("_count ").append(soFar).append('\n');
    }
}
