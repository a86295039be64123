package org.jenkinsci.plugins.workflow.steps;

public abstract class EnvironmentExpander implements java.io.Serializable {
    public EnvironmentExpander() {
    }

    public abstract void expand(hudson.EnvVars env) throws java.io.IOException, InterruptedException;

    public static org.jenkinsci.plugins.workflow.steps.EnvironmentExpander merge(org.jenkinsci.plugins.workflow.steps.EnvironmentExpander original, org.jenkinsci.plugins.workflow.steps.EnvironmentExpander subsequent) {
        throw new UnsupportedOperationException();
    }
}
