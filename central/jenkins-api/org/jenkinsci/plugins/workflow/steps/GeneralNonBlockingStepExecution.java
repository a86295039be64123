package org.jenkinsci.plugins.workflow.steps;

public abstract class GeneralNonBlockingStepExecution extends org.jenkinsci.plugins.workflow.steps.StepExecution {
    protected GeneralNonBlockingStepExecution(org.jenkinsci.plugins.workflow.steps.StepContext context) {
    }

    public void onResume() {
        throw new UnsupportedOperationException();
    }

    protected final void run(org.jenkinsci.plugins.workflow.steps.GeneralNonBlockingStepExecution.Block block) {
        throw new UnsupportedOperationException();
    }

    public void stop(Throwable cause) throws Exception {
        throw new UnsupportedOperationException();
    }

    protected static interface Block {
        void run() throws Exception;
    }
}
