package io.jenkins.plugins.gotoolchain.store;

import java.io.Serializable;
import java.time.Duration;

/**
 * Which toolchains may go. One in use never goes.
 *
 * @param keep the so many that were used last never go; alone, without the other rules, all others go; -1 where not
 *     given
 * @param unusedFor what was not used for longer than this goes; null where not given
 * @param maxBytes while all together take more than this, the one that was used longest ago goes; -1 where not given
 * @param maxToolchains while there are more than this, the one that was used longest ago goes; -1 where not given
 * @param dryRun whether only to say what would go
 * @param spared what was used within this time never goes; null where not given
 */
public record PruneRules(int keep, Duration unusedFor, long maxBytes, int maxToolchains, boolean dryRun, Duration spared)
        implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Without a limit of their number, and without sparing any. */
    public PruneRules(int keep, Duration unusedFor, long maxBytes, boolean dryRun) {
        this(keep, unusedFor, maxBytes, -1, dryRun, null);
    }

    /** Whether there is any rule at all; without one nothing goes but what dead owners left. */
    public boolean any() {
        return keep >= 0 || limits();
    }

    /** Whether there is any besides what stays. */
    boolean limits() {
        return unusedFor != null || maxBytes >= 0 || maxToolchains >= 0;
    }
}
