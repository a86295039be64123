package hudson.model;

public class Executor extends Thread implements hudson.model.ModelObject {
    private Executor() {
    }

    public static hudson.model.Executor currentExecutor() {
        throw new UnsupportedOperationException();
    }

    public hudson.model.Queue.Executable getCurrentExecutable() {
        throw new UnsupportedOperationException();
    }

    public String getDisplayName() {
        throw new UnsupportedOperationException();
    }

    public void interrupt(hudson.model.Result result, jenkins.model.CauseOfInterruption... causes) {
        throw new UnsupportedOperationException();
    }

    public void run() {
        throw new UnsupportedOperationException();
    }
}
