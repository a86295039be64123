package io.jenkins.plugins.gotoolchain.gocache;

import java.util.Arrays;

/**
 * How long something was going on of which only the moments are known at which a piece of it was done. Between two of them it
 * went on, but for no longer than a long piece takes: what a build does between two go commands is none of it. The first piece
 * has no moment before it, so its own time is missing.
 */
final class BusyTime {

    /** In milliseconds. */
    static final long LONG_PIECE = 10_000;

    private long[] moments = new long[64];
    private int count;

    /** @param moment in milliseconds, in any order */
    void add(long moment) {
        if (count == moments.length) {
            moments = Arrays.copyOf(moments, 2 * count);
        }
        moments[count++] = moment;
    }

    /** In milliseconds. */
    long sum() {
        long[] sorted = Arrays.copyOf(moments, count);
        Arrays.sort(sorted);
        long sum = 0;
        for (int i = 1; i < sorted.length; i++) {
            sum += Math.min(sorted[i] - sorted[i - 1], LONG_PIECE);
        }
        return sum;
    }
}
