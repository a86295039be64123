package io.jenkins.plugins.gotoolchain.transfer;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Keeps one transfer from bringing bytes faster than it may, by reading the next ones later. */
final class BodyPace {

    /** Reading takes time too, and a source may be late: so much of it is made up for. */
    private static final long BURST_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final long bytesPerSecond;
    private final Ticker ticker;
    private long paidUntil;

    /** @param bytesPerSecond 0 for no limit */
    BodyPace(long bytesPerSecond, Ticker ticker) {
        this.bytesPerSecond = bytesPerSecond;
        this.ticker = ticker;
        this.paidUntil = ticker.nanos();
    }

    /** Waits until so many bytes may have come. */
    void spend(int bytes) throws IOException {
        if (bytesPerSecond <= 0) {
            return;
        }
        long now = ticker.nanos();
        paidUntil = Math.max(paidUntil, now - BURST_NANOS) + (long) (bytes * 1e9 / bytesPerSecond);
        if (paidUntil <= now) {
            return;
        }
        try {
            ticker.sleep(Duration.ofNanos(paidUntil - now));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // whoever reads has a word for it
            throw new InterruptedIOException("it was ended from outside");
        }
    }
}
