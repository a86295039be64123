package org.jenkinsci.plugins.workflow.graph;

public abstract class BlockStartNode extends org.jenkinsci.plugins.workflow.graph.FlowNode {
    private BlockStartNode() {
        super((org.jenkinsci.plugins.workflow.flow.FlowExecution) null, (String) null, (java.util.List) null);
    }
}
