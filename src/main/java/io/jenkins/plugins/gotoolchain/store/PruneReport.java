package io.jenkins.plugins.gotoolchain.store;

import java.io.Serializable;
import java.util.List;

/**
 * What pruning did, or would do.
 *
 * @param removed what went
 * @param kept what stayed
 * @param freedBytes by the receipts of those that went
 * @param dryRun whether nothing was done
 */
public record PruneReport(List<Decision> removed, List<Decision> kept, long freedBytes, boolean dryRun)
        implements Serializable {

    private static final long serialVersionUID = 1L;

    /** One toolchain and why it went or stayed, for people. */
    public record Decision(Listed toolchain, String why) implements Serializable {

        private static final long serialVersionUID = 1L;
    }

    public PruneReport {
        removed = List.copyOf(removed);
        kept = List.copyOf(kept);
    }
}
