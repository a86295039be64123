package io.jenkins.plugins.gotoolchain.transfer;

import java.time.Duration;
import java.util.Random;

/**
 * Counts the attempts of one transfer that got nowhere, and says how long to wait before the next one: exponential
 * with full jitter, not before {@code Retry-After} says, up to a cap. Getting somewhere gives the retries back.
 */
final class Backoff {

    static final Duration FIRST = Duration.ofMillis(500);
    static final Duration LONGEST = Duration.ofSeconds(30);
    /** What a server can make us wait with Retry-After. */
    static final Duration LONGEST_ASKED = Duration.ofMinutes(2);
    static final long WORTH_BYTES = 1 << 20;

    private final int retries;
    private final Random random;
    private int failures;

    Backoff(int retries, Random random) {
        this.retries = retries;
        this.random = random;
    }

    /** @param total -1 if unknown */
    void brought(long bytes, long total) {
        if (bytes >= WORTH_BYTES || total > 0 && bytes > 0 && bytes >= (total + 19) / 20) {
            failures = 0;
        }
    }

    /**
     * One more failure.
     *
     * @param retryAfter what the server said; may be null
     * @return how long to wait; null if the retries are used up
     */
    Duration next(Duration retryAfter) {
        if (failures >= retries) {
            return null;
        }
        long top = Math.min(LONGEST.toMillis(), FIRST.toMillis() << Math.min(failures, 16));
        failures++;
        Duration jitter = Duration.ofMillis((long) (random.nextDouble() * top));
        if (retryAfter == null) {
            return jitter;
        }
        Duration asked = retryAfter.compareTo(LONGEST_ASKED) > 0 ? LONGEST_ASKED : retryAfter;
        return asked.compareTo(jitter) > 0 ? asked : jitter;
    }
}
