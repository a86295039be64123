package org.jenkinsci.plugins.workflow.graph;

public interface StepNode {
    org.jenkinsci.plugins.workflow.steps.StepDescriptor getDescriptor();
}
