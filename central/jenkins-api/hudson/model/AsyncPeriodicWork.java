package hudson.model;

public abstract class AsyncPeriodicWork extends hudson.model.PeriodicWork {
    protected AsyncPeriodicWork(String name) {
    }

    public final void doRun() {
        throw new UnsupportedOperationException();
    }

    protected abstract void execute(hudson.model.TaskListener listener) throws java.io.IOException, InterruptedException;
}
