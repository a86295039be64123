package hudson.tasks;

public interface BuildStep {
    default hudson.tasks.BuildStepMonitor getRequiredMonitorService() {
        throw new UnsupportedOperationException();
    }
}
