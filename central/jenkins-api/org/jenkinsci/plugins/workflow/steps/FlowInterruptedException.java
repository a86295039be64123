package org.jenkinsci.plugins.workflow.steps;

public final class FlowInterruptedException extends InterruptedException {
    public FlowInterruptedException(hudson.model.Result result, boolean actualInterruption, jenkins.model.CauseOfInterruption... causes) {
    }
}
