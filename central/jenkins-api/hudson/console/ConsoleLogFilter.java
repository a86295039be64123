package hudson.console;

public abstract class ConsoleLogFilter {
    public ConsoleLogFilter() {
    }

    public java.io.OutputStream decorateLogger(hudson.model.Run build, java.io.OutputStream logger) throws java.io.IOException, InterruptedException {
        throw new UnsupportedOperationException();
    }
}
