package org.jenkinsci.plugins.workflow.actions;

public abstract class ArgumentsAction implements org.jenkinsci.plugins.workflow.actions.PersistentAction {
    private ArgumentsAction() {
    }

    public static String getStepArgumentsAsString(org.jenkinsci.plugins.workflow.graph.FlowNode n) {
        throw new UnsupportedOperationException();
    }
}
