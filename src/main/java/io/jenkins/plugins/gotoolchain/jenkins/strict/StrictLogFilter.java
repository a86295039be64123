package io.jenkins.plugins.gotoolchain.jenkins.strict;

import hudson.console.ConsoleLogFilter;
import hudson.model.Run;
import java.io.OutputStream;
import java.io.Serializable;

/** Watches what a block writes to its log, on the controller or on an agent. */
final class StrictLogFilter extends ConsoleLogFilter implements Serializable {

    private static final long serialVersionUID = 1L;

    private final StrictReport report;

    StrictLogFilter(StrictReport report) {
        this.report = report;
    }

    /** @param build null in a Pipeline */
    @Override
    @SuppressWarnings("rawtypes") // as it is declared
    public OutputStream decorateLogger(Run build, OutputStream log) {
        return new WatchedLog(log, report);
    }
}
