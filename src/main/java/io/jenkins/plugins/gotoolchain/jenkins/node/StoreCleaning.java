package io.jenkins.plugins.gotoolchain.jenkins.node;

import io.jenkins.plugins.gotoolchain.failure.StoreException;
import io.jenkins.plugins.gotoolchain.jenkins.configuration.StoreLimits;
import io.jenkins.plugins.gotoolchain.store.PruneReport;
import io.jenkins.plugins.gotoolchain.store.PruneRules;
import io.jenkins.plugins.gotoolchain.store.ToolchainStore;
import java.time.Duration;
import java.util.function.Consumer;

/** Keeps a node's store within its limits, whenever something was added to it. */
public final class StoreCleaning {

    /** A build that is at work may have lost its lease with its connection; few take longer than a day. */
    private static final Duration SPARED = Duration.ofDays(1);

    private StoreCleaning() {}

    /** @return null where there are no limits */
    public static PruneRules rules(StoreLimits limits) {
        if (limits == null || !limits.sendsAny()) {
            return null;
        }
        return new PruneRules(
                limits.getKeep() == 0 ? -1 : limits.getKeep(),
                limits.getUnusedForDays() == 0 ? null : Duration.ofDays(limits.getUnusedForDays()),
                limits.getMaxGibibytes() == 0 ? -1 : limits.getMaxGibibytes() * (1L << 30),
                limits.getMaxToolchains() == 0 ? -1 : limits.getMaxToolchains(),
                false,
                SPARED);
    }

    /** A store that cannot be cleaned is no reason for a build to fail. */
    static void clean(ToolchainStore store, PruneRules rules, Consumer<String> notices) throws InterruptedException {
        try {
            for (PruneReport.Decision gone : store.prune(rules).removed()) {
                notices.accept("Go " + gone.toolchain().version() + " was removed from this node's store: " + gone.why());
            }
        } catch (StoreException e) {
            notices.accept("This node's store could not be cleaned: " + e.problem());
        }
    }
}
