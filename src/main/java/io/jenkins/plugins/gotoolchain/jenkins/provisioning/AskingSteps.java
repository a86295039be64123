package io.jenkins.plugins.gotoolchain.jenkins.provisioning;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.model.Run;
import hudson.model.TaskListener;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jenkinsci.plugins.workflow.flow.StepListener;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/**
 * Remembers of which build a step is that asks for a tool. All that a tool is told is the step's log; each step has
 * one of its own, and it is there before the step begins.
 */
@Extension
public class AskingSteps implements StepListener {

    private static final Logger LOGGER = Logger.getLogger(AskingSteps.class.getName());
    private static final Set<String> NAMES = Set.of("tool", "envVarsForTool");
    private static final Map<TaskListener, WeakReference<Run<?, ?>>> BUILDS =
            Collections.synchronizedMap(new WeakHashMap<>());

    @Override
    public void notifyOfNewStep(@NonNull Step step, @NonNull StepContext context) {
        if (!NAMES.contains(step.getDescriptor().getFunctionName())) {
            return;
        }
        try {
            TaskListener log = context.get(TaskListener.class);
            Run<?, ?> run = context.get(Run.class);
            if (log != null && run != null) {
                BUILDS.put(log, new WeakReference<>(run));
            }
        } catch (IOException e) {
            LOGGER.log(Level.FINE, "the step itself will say so", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** @return null where it is the log of no such step */
    static Run<?, ?> build(TaskListener log) {
        WeakReference<Run<?, ?>> run = log == null ? null : BUILDS.get(log);
        return run == null ? null : run.get();
    }
}
