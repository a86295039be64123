package org.jenkinsci.plugins.workflow.flow;

public interface StepListener {
    void notifyOfNewStep(org.jenkinsci.plugins.workflow.steps.Step step, org.jenkinsci.plugins.workflow.steps.StepContext context);
}
