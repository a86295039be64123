package org.jenkinsci.plugins.workflow.steps;

public abstract class StepExecution implements java.io.Serializable {
    protected StepExecution() {
    }

    public static <T extends org.jenkinsci.plugins.workflow.steps.StepExecution> com.google.common.util.concurrent.ListenableFuture<?> acceptAll(Class<T> type, java.util.function.Consumer<T> c) {
        throw new UnsupportedOperationException();
    }

    public org.jenkinsci.plugins.workflow.steps.StepContext getContext() {
        throw new UnsupportedOperationException();
    }

    public void onResume() {
        throw new UnsupportedOperationException();
    }

    public abstract boolean start() throws Exception;

    public void stop(Throwable cause) throws Exception {
        throw new UnsupportedOperationException();
    }
}
