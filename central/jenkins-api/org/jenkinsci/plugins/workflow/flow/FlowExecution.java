package org.jenkinsci.plugins.workflow.flow;

public abstract class FlowExecution {
    private FlowExecution() {
    }

    public com.google.common.util.concurrent.ListenableFuture<java.util.List<org.jenkinsci.plugins.workflow.steps.StepExecution>> getCurrentExecutions(boolean innerMostOnly) {
        throw new UnsupportedOperationException();
    }

    public abstract java.util.List<org.jenkinsci.plugins.workflow.graph.FlowNode> getCurrentHeads();
}
