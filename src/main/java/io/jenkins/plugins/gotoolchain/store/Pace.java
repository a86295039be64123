package io.jenkins.plugins.gotoolchain.store;

import java.util.concurrent.TimeUnit;

/** Keeps readers from reading faster than they may, all of them together. Safe for use by several threads. */
public final class Pace {

    /** What may be read at once after a pause: a tenth of a second's worth. */
    private static final long BURST_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    public static final Pace FREE = new Pace(0);

    private final long bytesPerSecond;
    private long paidUntil = System.nanoTime();

    /** @param bytesPerSecond 0 for no limit */
    public Pace(long bytesPerSecond) {
        this.bytesPerSecond = bytesPerSecond;
    }

    /** Waits until so many more bytes may be read. */
    public void spend(int bytes) throws InterruptedException {
        if (bytesPerSecond > 0) {
            TimeUnit.NANOSECONDS.sleep(due(bytes, System.nanoTime()));
        }
    }

    /** @return how long to wait for these bytes, in nanoseconds; they count as read then */
    synchronized long due(int bytes, long now) {
        long earliest = now - BURST_NANOS;
        if (paidUntil < earliest) {
            paidUntil = earliest;
        }
        paidUntil += (long) (bytes * 1e9 / bytesPerSecond);
        return Math.max(0, paidUntil - now);
    }
}
