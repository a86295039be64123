package io.jenkins.plugins.gotoolchain.jenkins.strict;

import hudson.EnvVars;
import hudson.Extension;
import hudson.model.Run;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jenkinsci.plugins.workflow.flow.StepListener;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** Keeps a block from going on where nothing ran in it that could be stopped. */
@Extension
public final class StrictStepListener implements StepListener {

    private static final Logger LOGGER = Logger.getLogger(StrictStepListener.class.getName());

    @Override
    public void notifyOfNewStep(Step step, StepContext context) {
        try {
            Run<?, ?> run = context.get(Run.class);
            StrictFindings findings = run == null ? null : run.getAction(StrictFindings.class);
            if (findings == null) {
                return;
            }
            for (String block : findings.failed()) {
                if (!StrictDelivery.get().isDone(run, block) && StrictBlock.isAround(block, context.get(EnvVars.class))) {
                    StrictDelivery.get().told(run, block, context);
                    context.onFailure(StrictEnding.exception(findings.get(block)));
                    return;
                }
            }
        } catch (IOException | InterruptedException e) {
            LOGGER.log(Level.FINE, "cannot tell where a step is", e);
        }
    }
}
