package hudson;

public abstract class Proc {
    private Proc() {
    }

    public final int joinWithTimeout(long timeout, java.util.concurrent.TimeUnit unit, hudson.model.TaskListener listener) throws java.io.IOException, InterruptedException {
        throw new UnsupportedOperationException();
    }
}
