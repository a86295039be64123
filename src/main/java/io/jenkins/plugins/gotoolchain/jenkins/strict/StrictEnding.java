package io.jenkins.plugins.gotoolchain.jenkins.strict;

import hudson.EnvVars;
import hudson.model.Executor;
import hudson.model.Result;
import hudson.model.Run;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jenkinsci.plugins.workflow.actions.WarningAction;
import org.jenkinsci.plugins.workflow.flow.FlowExecution;
import org.jenkinsci.plugins.workflow.flow.FlowExecutionOwner;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;

/** Ends what runs in a block: the steps of a Pipeline that are inside it, or a whole Freestyle build. */
final class StrictEnding {

    private static final Logger LOGGER = Logger.getLogger(StrictEnding.class.getName());

    private static final long LOOK_AGAIN = 20;
    private static final int LONGEST_LAUNCH = 500;

    private final Run<?, ?> run;
    private final String block;
    private final StrictFinding finding;

    StrictEnding(Run<?, ?> run, String block, StrictFinding finding) {
        this.run = run;
        this.block = block;
        this.finding = finding;
    }

    /** Where nothing runs in the block just now, its next step does not begin: {@link StrictStepListener}. */
    void stop() throws IOException, InterruptedException {
        if (!(run instanceof FlowExecutionOwner.Executable)) {
            Executor executor = run.getExecutor();
            if (executor != null) {
                awaitLaunch(executor);
                executor.interrupt(Result.FAILURE, new StrictInterruption(finding));
            }
            return;
        }
        for (StepExecution step : inside()) {
            StrictDelivery.get().told(run, block, step.getContext());
            try {
                step.stop(exception(finding));
            } catch (Exception e) {
                LOGGER.log(Level.WARNING, "a step of " + run + " does not stop", e);
            }
        }
    }

    /**
     * A program may print before the agent has told the controller that it runs. An interrupt in between would not stop it
     * but end the build with a stack trace.
     */
    private static void awaitLaunch(Executor executor) throws InterruptedException {
        for (int i = 0; i < LONGEST_LAUNCH && isLaunching(executor); i++) {
            Thread.sleep(LOOK_AGAIN);
        }
    }

    private static boolean isLaunching(Executor executor) {
        return Stream.of(executor.getStackTrace()).anyMatch(
                frame -> frame.getMethodName().equals("launch") && frame.getClassName().startsWith("hudson.Launcher$"));
    }

    /** Shows in the Pipeline's graph where it was. */
    void warn() throws IOException, InterruptedException {
        if (run instanceof FlowExecutionOwner.Executable) {
            for (StepExecution step : inside()) {
                FlowNode node = step.getContext().get(FlowNode.class);
                if (node != null) {
                    node.addOrReplaceAction(new WarningAction(Result.UNSTABLE).withMessage(finding.problem()));
                }
            }
        }
    }

    /** No {@code retry} takes it for a failure that is worth another attempt. */
    static FlowInterruptedException exception(StrictFinding finding) {
        return new FlowInterruptedException(Result.FAILURE, true, new StrictInterruption(finding));
    }

    private List<StepExecution> inside() throws IOException, InterruptedException {
        FlowExecutionOwner owner = ((FlowExecutionOwner.Executable) run).asFlowExecutionOwner();
        FlowExecution execution = owner == null ? null : owner.getOrNull();
        List<StepExecution> inside = new ArrayList<>();
        if (execution != null) {
            try {
                for (StepExecution step : execution.getCurrentExecutions(true).get()) {
                    StepContext context = step.getContext();
                    if (StrictBlock.isAround(block, context.get(EnvVars.class))) {
                        inside.add(step);
                    }
                }
            } catch (ExecutionException e) {
                throw new IOException(e);
            }
        }
        return inside;
    }
}
