package org.jenkinsci.plugins.workflow.steps;

public abstract class StepDescriptor extends hudson.model.Descriptor<org.jenkinsci.plugins.workflow.steps.Step> {
    public StepDescriptor() {
    }

    public String argumentsToString(java.util.Map<String, Object> namedArgs) {
        throw new UnsupportedOperationException();
    }

    public abstract String getFunctionName();

    public abstract java.util.Set<? extends Class<?>> getRequiredContext();

    public boolean takesImplicitBlockArgument() {
        throw new UnsupportedOperationException();
    }
}
