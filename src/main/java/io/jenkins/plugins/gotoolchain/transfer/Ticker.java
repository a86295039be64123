package io.jenkins.plugins.gotoolchain.transfer;

import java.time.Duration;

/** Time, as a transfer sees it. Tests bring their own. */
public interface Ticker {

    Ticker SYSTEM = new Ticker() {
        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public long epochMillis() {
            return System.currentTimeMillis();
        }

        @Override
        public void sleep(Duration time) throws InterruptedException {
            Thread.sleep(time.toMillis(), time.toNanosPart() % 1_000_000);
        }
    };

    /** Nanoseconds since some moment; only differences mean anything. */
    long nanos();

    /** The time of day, for dates that servers send. */
    long epochMillis();

    void sleep(Duration time) throws InterruptedException;
}
