package io.jenkins.plugins.gotoolchain.store;

import io.jenkins.plugins.gotoolchain.failure.StoreException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Reads all toolchains of a store within a budget, the one first that was read longest ago. */
final class Audit {

    private final StoreRoot root;
    private final Gate gate;
    private final Clock clock;
    private final AuditBudget budget;
    private final Pace pace;

    Audit(StoreRoot root, Gate gate, Clock clock, AuditBudget budget) {
        this.root = root;
        this.gate = gate;
        this.clock = clock;
        this.budget = budget;
        this.pace = new Pace(budget.bytesPerSecond());
    }

    /** A toolchain, and when it was last read. */
    private record Due(Listed toolchain, LastUse read) {}

    /** What is not as it was proven is put aside, in use or not. */
    AuditReport run() throws StoreException, InterruptedException {
        List<Due> due = new ArrayList<>();
        int recent = 0;
        for (Listed one : new Inventory(root, clock).list()) {
            LastUse read = new LastUse(root.lockFile(StoreRoot.name(one.version(), one.platform()), "read"), clock);
            if (!budget.every().isZero() && one.receipt().isPresent() && read.within(budget.every().toMillis())) {
                recent++;
            } else {
                due.add(new Due(one, read));
            }
        }
        due.sort(Comparator.comparingLong(one -> one.read().millis()));
        List<Audited> audited = new ArrayList<>();
        Instant end = clock.instant().plus(budget.time());
        for (Due one : due) {
            if (!clock.instant().isBefore(end)) {
                break;
            }
            audited.add(audit(one.toolchain(), one.read()));
        }
        return new AuditReport(audited, recent, due.size() - audited.size());
    }

    private Audited audit(Listed one, LastUse read) throws StoreException, InterruptedException {
        long start = System.nanoTime();
        Auditor auditor = new Auditor(root, gate, clock, pace);
        VerifyReport report = auditor.verify(one.version(), one.platform());
        String aside = "";
        if (report.isSound()) {
            read.now();
        } else {
            aside = auditor.putAside(one.version(), one.platform(), report).map(Path::toString).orElse("");
        }
        return new Audited(
                one.home(), one.version(), one.platform(), report, aside, (System.nanoTime() - start) / 1_000_000);
    }
}
