package io.jenkins.plugins.gotoolchain.transfer;

import java.io.Serializable;
import java.time.Duration;

/**
 * How long to wait, and how often to try again.
 *
 * @param connect for one address of a host to accept a connection
 * @param stall without a single byte, while an answer or its body is awaited
 * @param retries further attempts after the first one; an attempt that got somewhere gives them back
 * @param total for one transfer with all of its attempts and the waits between them
 */
public record Timeouts(Duration connect, Duration stall, int retries, Duration total) implements Serializable {

    public Timeouts {
        if (connect.isNegative() || connect.isZero() || stall.isNegative() || stall.isZero()
                || total.isNegative() || total.isZero() || retries < 0) {
            throw new IllegalArgumentException("time-outs must be positive");
        }
    }
}
