package io.jenkins.plugins.gotoolchain.store;

import java.io.Serializable;
import java.time.Duration;

/**
 * How much of a node an audit may take.
 *
 * @param bytesPerSecond how fast files are read; 0 for as fast as they come
 * @param time after which no further toolchain is begun; one that was begun is read to its end
 * @param every what was read to the last byte more recently than this is left out
 */
public record AuditBudget(long bytesPerSecond, Duration time, Duration every) implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Everything now, as fast as it goes. */
    public static final AuditBudget UNLIMITED = new AuditBudget(0, Duration.ofDays(365), Duration.ZERO);

    /** @throws IllegalArgumentException for anything negative */
    public AuditBudget {
        if (bytesPerSecond < 0 || time.isNegative() || every.isNegative()) {
            throw new IllegalArgumentException("a budget is not negative");
        }
    }
}
