package io.jenkins.plugins.gotoolchain.store;

import io.jenkins.plugins.gotoolchain.failure.StoreException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Decides which toolchains go, and removes them. */
final class Pruner {

    private final Inventory inventory;
    private final Remover remover;
    private final Clock clock;

    Pruner(Inventory inventory, Remover remover, Clock clock) {
        this.inventory = inventory;
        this.remover = remover;
        this.clock = clock;
    }

    PruneReport prune(PruneRules rules) throws StoreException, InterruptedException {
        List<Listed> oldestLast = new ArrayList<>(inventory.list());
        oldestLast.sort(Comparator.comparing((Listed one) -> one.receiptOrNull() != null)
                .thenComparingLong(Listed::lastUsed)
                .reversed());
        long total = 0;
        for (Listed one : oldestLast) {
            total += one.bytes();
        }
        List<PruneReport.Decision> removed = new ArrayList<>();
        List<PruneReport.Decision> kept = new ArrayList<>();
        long freed = 0;
        for (int i = oldestLast.size() - 1; i >= 0; i--) {
            Listed one = oldestLast.get(i);
            String why = why(rules, one, i, total - freed, oldestLast.size() - removed.size());
            if (why == null) {
                String because = i < rules.keep() ? "one of the " + rules.keep() + " used last" : "no rule sends it away";
                kept.add(new PruneReport.Decision(one, because));
            } else if (isInUse(rules, one)) {
                kept.add(new PruneReport.Decision(one, "in use"));
            } else {
                removed.add(new PruneReport.Decision(one, why));
                freed += one.bytes();
            }
        }
        return new PruneReport(removed, kept, freed, rules.dryRun());
    }

    /** Removes it unless it is in use or only asked for. */
    private boolean isInUse(PruneRules rules, Listed one) throws StoreException, InterruptedException {
        if (one.inUse() || rules.dryRun()) {
            return one.inUse();
        }
        return remover.remove(StoreRoot.name(one.version(), one.platform()), false) == Remover.Outcome.IN_USE;
    }

    private String why(PruneRules rules, Listed one, int usedMoreRecently, long total, int count) {
        if (!rules.any()) {
            return null;
        }
        if (one.receiptOrNull() == null) {
            return "no toolchain: " + one.problem();
        }
        long age = clock.millis() - one.lastUsed();
        if (usedMoreRecently < rules.keep() || rules.spared() != null && age <= rules.spared().toMillis()) {
            return null;
        }
        if (!rules.limits()) {
            return "not one of the " + rules.keep() + " used last";
        }
        if (rules.unusedFor() != null && age > rules.unusedFor().toMillis()) {
            return "not used for " + age / 86_400_000 + " days";
        }
        if (rules.maxBytes() >= 0 && total > rules.maxBytes()) {
            return "all together took " + total + " bytes, more than " + rules.maxBytes();
        }
        if (rules.maxToolchains() >= 0 && count > rules.maxToolchains()) {
            return "more than " + rules.maxToolchains() + " were there: " + count;
        }
        return null;
    }
}
