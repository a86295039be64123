package io.jenkins.plugins.gotoolchain.jenkins.strict;

import hudson.model.Run;
import org.jenkinsci.plugins.workflow.actions.ArgumentsAction;
import org.jenkinsci.plugins.workflow.flow.FlowExecution;
import org.jenkinsci.plugins.workflow.flow.FlowExecutionOwner;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.graph.StepNode;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;

/** Whether a line is what a Pipeline's own {@code echo} step prints just now, not what a program prints. */
final class StrictEcho {

    private StrictEcho() {}

    static boolean isPrinting(Run<?, ?> run, int hash) {
        FlowExecutionOwner owner =
                run instanceof FlowExecutionOwner.Executable pipeline ? pipeline.asFlowExecutionOwner() : null;
        FlowExecution execution = owner == null ? null : owner.getOrNull();
        if (execution != null) {
            for (FlowNode node : execution.getCurrentHeads()) {
                if (isEcho(node) && has(ArgumentsAction.getStepArgumentsAsString(node), hash)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isEcho(FlowNode node) {
        StepDescriptor step = node instanceof StepNode one ? one.getDescriptor() : null;
        return step != null && step.getFunctionName().equals("echo");
    }

    private static boolean has(String message, int hash) {
        return message != null && message.lines().anyMatch(line -> line.stripTrailing().hashCode() == hash);
    }
}
