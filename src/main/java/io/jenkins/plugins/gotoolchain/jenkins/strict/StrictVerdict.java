package io.jenkins.plugins.gotoolchain.jenkins.strict;

import hudson.model.Computer;
import hudson.model.Result;
import hudson.model.Run;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What becomes of a build in which something was found. */
final class StrictVerdict {

    private static final Logger LOGGER = Logger.getLogger(StrictVerdict.class.getName());

    private StrictVerdict() {}

    /** Returns at once: whoever calls is writing a log. */
    static void on(Run<?, ?> run, StrictBlock block, StrictFinding finding) {
        if (StrictFindings.of(run).add(block.id(), finding)) {
            Computer.threadPoolForRemoting.submit(() -> carryOut(run, block));
        }
    }

    private static void carryOut(Run<?, ?> run, StrictBlock block) {
        try {
            StrictFinding finding = located(run, block.id());
            result(run, finding);
            StrictEnding ending = new StrictEnding(run, block.id(), finding);
            if (finding.fails()) {
                ending.stop();
            } else {
                ending.warn();
            }
            run.save();
        } catch (IOException | RuntimeException e) {
            LOGGER.log(Level.WARNING, "goStrict could not end a block of " + run, e);
        } catch (InterruptedException e) {
            LOGGER.log(Level.FINE, "interrupted while Jenkins goes down", e);
        }
    }

    /** The finding of a block, with its line where the log has it by now; null where there is none. */
    static StrictFinding located(Run<?, ?> run, String block) throws IOException {
        StrictFinding finding = StrictFindings.in(run, block);
        if (finding == null || finding.isLocated()) {
            return finding;
        }
        StrictFinding located = LogPlace.of(run, finding);
        StrictFindings.of(run).locate(block, located);
        return located;
    }

    static void result(Run<?, ?> run, StrictFinding finding) {
        try {
            run.setResult(finding.fails() ? Result.FAILURE : Result.UNSTABLE);
        } catch (IllegalStateException e) {
            LOGGER.log(Level.FINE, "too late for " + run, e);
        }
    }
}
