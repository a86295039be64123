package io.jenkins.plugins.gotoolchain.buildcache;

import java.util.concurrent.TimeUnit;

/**
 * How long a go command makes results: from the first that it finds nowhere to the last that it hands over, with no pause
 * counted for longer than a large package takes.
 */
final class MakingTime {

    private static final long LONG_PIECE = TimeUnit.SECONDS.toNanos(10);

    private long last;
    private boolean begun;
    private long sum;

    /** @param now of {@link System#nanoTime} */
    synchronized void asked(long now) {
        if (!begun) {
            begun = true;
            last = now;
        }
    }

    synchronized void made(long now) {
        if (begun) {
            sum += Math.min(Math.max(now - last, 0), LONG_PIECE);
        }
        begun = true;
        last = now;
    }

    /** In nanoseconds. */
    synchronized long sum() {
        return sum;
    }
}
