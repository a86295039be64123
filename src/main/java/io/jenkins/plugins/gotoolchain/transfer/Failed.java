package io.jenkins.plugins.gotoolchain.transfer;

import java.io.IOException;
import java.time.Duration;

/** An attempt, or a step of it, that did not work out: why, whether to try again, and what a person can do. */
final class Failed extends IOException {

    private static final long serialVersionUID = 1L;

    private final boolean again;
    private final String advice;
    private final transient Duration retryAfter;

    private Failed(String why, boolean again, String advice, Duration retryAfter, Throwable cause) {
        super(why, cause);
        this.again = again;
        this.advice = advice;
        this.retryAfter = retryAfter;
    }

    /** May work next time. */
    static Failed forNow(String why, String advice, Throwable cause) {
        return new Failed(why, true, advice, null, cause);
    }

    /** May work next time, but not before {@code retryAfter}; null if the server did not say. */
    static Failed forNow(String why, String advice, Duration retryAfter) {
        return new Failed(why, true, advice, retryAfter, null);
    }

    /** Will not work by trying again. */
    static Failed forGood(String why, String advice, Throwable cause) {
        return new Failed(why, false, advice, null, cause);
    }

    boolean again() {
        return again;
    }

    String advice() {
        return advice;
    }

    /** What {@code Retry-After} said; null for nothing. */
    Duration retryAfter() {
        return retryAfter;
    }
}
