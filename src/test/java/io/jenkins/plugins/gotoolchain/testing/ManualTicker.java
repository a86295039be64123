package io.jenkins.plugins.gotoolchain.testing;

import io.jenkins.plugins.gotoolchain.transfer.Ticker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Time that a test moves. Whoever sleeps to wait between attempts moves it himself and goes on at once; a guard that
 * sleeps wakes up when the test, or a sleeper, has moved it far enough.
 */
public final class ManualTicker implements Ticker {

    private final List<Duration> naps = new ArrayList<>();
    private long now = 1;

    public synchronized void advance(Duration time) {
        now += time.toNanos();
        notifyAll();
    }

    /** What was slept between attempts. */
    public synchronized List<Duration> naps() {
        return new ArrayList<>(naps);
    }

    @Override
    public synchronized long nanos() {
        return now;
    }

    @Override
    public long epochMillis() {
        return 1_741_000_000_000L + nanos() / 1_000_000;
    }

    @Override
    public synchronized void sleep(Duration time) throws InterruptedException {
        if (!Thread.currentThread().getName().contains("guard")) {
            naps.add(time);
            advance(time);
            return;
        }
        long until = now + time.toNanos();
        while (now < until) {
            wait();
        }
    }
}
