package hudson.slaves;

public abstract class ComputerListener {
    public ComputerListener() {
    }

    public void onOnline(hudson.model.Computer c, hudson.model.TaskListener listener) throws java.io.IOException, InterruptedException {
        throw new UnsupportedOperationException();
    }
}
