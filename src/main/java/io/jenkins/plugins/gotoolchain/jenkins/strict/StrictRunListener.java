package io.jenkins.plugins.gotoolchain.jenkins.strict;

import hudson.Extension;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.model.listeners.RunListener;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Ends the log of a build with what goStrict found in it, after whatever cleaned up, went on or caught the failure: who
 * looks at the end of a log finds the cause there. The last of all listeners, so that none prints after it.
 */
@Extension(ordinal = -Double.MAX_VALUE)
public final class StrictRunListener extends RunListener<Run<?, ?>> {

    private static final Logger LOGGER = Logger.getLogger(StrictRunListener.class.getName());

    @Override
    public void onCompleted(Run<?, ?> run, TaskListener log) {
        StrictFindings findings = run.getAction(StrictFindings.class);
        if (findings == null) {
            return;
        }
        for (String block : findings.blocks()) {
            try {
                log.getLogger().println(StrictVerdict.located(run, block).text());
            } catch (IOException e) {
                LOGGER.log(Level.WARNING, "cannot read the log of " + run, e);
                log.getLogger().println(findings.get(block).text());
            }
        }
    }
}
