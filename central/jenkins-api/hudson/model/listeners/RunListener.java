package hudson.model.listeners;

public abstract class RunListener<R extends hudson.model.Run> {
    protected RunListener() {
    }

    public void onCompleted(R r, hudson.model.TaskListener listener) {
        throw new UnsupportedOperationException();
    }

    public void onFinalized(R r) {
        throw new UnsupportedOperationException();
    }
}
