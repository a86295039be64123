package org.jenkinsci.plugins.workflow.steps;

public abstract class BodyExecution implements java.util.concurrent.Future<Object>, java.io.Serializable {
    private BodyExecution() {
    }

    public boolean cancel(Throwable t) {
        throw new UnsupportedOperationException();
    }
}
