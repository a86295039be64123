package io.jenkins.plugins.gotoolchain.jenkins.diagnosis;

import hudson.Extension;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.listeners.RunListener;
import io.jenkins.plugins.gotoolchain.diagnose.log.Explanation;
import io.jenkins.plugins.gotoolchain.diagnose.log.LogExplainer;
import io.jenkins.plugins.gotoolchain.jenkins.record.GoToolchainsAction;
import java.io.IOException;
import java.io.InputStream;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Reads the log of a build with Go that failed or became unstable, once it is written to its end. */
@Extension
public final class GoCausesListener extends RunListener<Run<?, ?>> {

    private static final Logger LOGGER = Logger.getLogger(GoCausesListener.class.getName());

    @Override
    public void onFinalized(Run<?, ?> run) {
        Result result = run.getResult();
        boolean failed = Result.FAILURE.equals(result) || Result.UNSTABLE.equals(result);
        if (failed && run.getAction(GoCausesAction.class) == null && isOfGo(run)) {
            explain(run);
        }
    }

    /** One that used a toolchain. What could not be provided has said why, as the last line of the log. */
    private static boolean isOfGo(Run<?, ?> run) {
        return run.getAction(GoToolchainsAction.class) != null;
    }

    private static void explain(Run<?, ?> run) {
        try (InputStream log = run.getLogInputStream()) {
            Explanation explanation = LogExplainer.read(log);
            if (!explanation.causes().isEmpty()) {
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
