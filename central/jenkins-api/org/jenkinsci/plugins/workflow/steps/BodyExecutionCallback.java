package org.jenkinsci.plugins.workflow.steps;

public abstract class BodyExecutionCallback implements java.io.Serializable {
    public BodyExecutionCallback() {
    }

    public abstract void onFailure(org.jenkinsci.plugins.workflow.steps.StepContext context, Throwable t);

    public abstract void onSuccess(org.jenkinsci.plugins.workflow.steps.StepContext context, Object result);
}
