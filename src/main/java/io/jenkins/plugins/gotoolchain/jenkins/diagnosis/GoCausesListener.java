package io.jenkins.plugins.gotoolchain.jenkins.diagnosis;

import hudson.Extension;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.listeners.RunListener;
import io.jenkins.plugins.gotoolchain.diagnose.log.Explanation;
import io.jenkins.plugins.gotoolchain.diagnose.log.LogExplainer;
import io.jenkins.plugins.gotoolchain.jenkins.configuration.GoToolchainConfiguration;
import io.jenkins.plugins.gotoolchain.jenkins.record.GoToolchainsAction;
import java.io.IOException;
import java.io.InputStream;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Reads the log of a build that failed or became unstable, once it is written to its end: of each one that was given a
 * toolchain, and of others as far as the log shows that they are builds with Go.
 */
@Extension
public final class GoCausesListener extends RunListener<Run<?, ?>> {

    private static final Logger LOGGER = Logger.getLogger(GoCausesListener.class.getName());

    /** Of the log of a build that may have nothing to do with Go. It is read in about a second. */
    private static final long MOST = 256L << 20;

    @Override
    public void onFinalized(Run<?, ?> run) {
        Result result = run.getResult();
        boolean failed = Result.FAILURE.equals(result) || Result.UNSTABLE.equals(result);
        boolean used = run.getAction(GoToolchainsAction.class) != null;
        if (failed && run.getAction(GoCausesAction.class) == null
                && (used || GoToolchainConfiguration.get().isExplainOtherBuilds())) {
            explain(run, used);
        }
    }

    /** @param used whether a toolchain was provided to it; else its log has to show that it is a build with Go */
    private static void explain(Run<?, ?> run, boolean used) {
        try (InputStream log = run.getLogInputStream()) {
            Explanation explanation = LogExplainer.read(used ? log : new FirstBytesOnly(log, MOST));
            if (!explanation.causes().isEmpty() && (used || explanation.ofGo())) {
                run.addAction(new GoCausesAction(explanation.causes()));
                run.save();
            }
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, e, () -> "The log of " + run + " could not be read for the cause of its failure");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
