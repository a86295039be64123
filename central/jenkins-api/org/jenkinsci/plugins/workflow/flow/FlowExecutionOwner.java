package org.jenkinsci.plugins.workflow.flow;

public abstract class FlowExecutionOwner implements java.io.Serializable {
    private FlowExecutionOwner() {
    }

    public org.jenkinsci.plugins.workflow.flow.FlowExecution getOrNull() {
        throw new UnsupportedOperationException();
    }

    public static interface Executable extends hudson.model.Queue.Executable {
        org.jenkinsci.plugins.workflow.flow.FlowExecutionOwner asFlowExecutionOwner();
    }
}
