package org.jenkinsci.plugins.workflow.steps;

public abstract class StepContext implements com.google.common.util.concurrent.FutureCallback<Object>, java.io.Serializable {
    private StepContext() {
    }

    public abstract <T> T get(Class<T> key) throws java.io.IOException, InterruptedException;

    public abstract org.jenkinsci.plugins.workflow.steps.BodyInvoker newBodyInvoker() throws IllegalStateException;

    public abstract void onSuccess(Object result);
}
