package org.jenkinsci.plugins.workflow.graph;

public abstract class FlowNode extends hudson.model.Actionable implements hudson.model.Saveable {
    protected FlowNode(org.jenkinsci.plugins.workflow.flow.FlowExecution exec, String id, java.util.List<org.jenkinsci.plugins.workflow.graph.FlowNode> parents) {
    }

    public final org.jenkinsci.plugins.workflow.actions.ErrorAction getError() {
        throw new UnsupportedOperationException();
    }

    public final boolean isActive() {
        throw new UnsupportedOperationException();
    }
}
