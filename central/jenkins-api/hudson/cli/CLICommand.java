package hudson.cli;

public abstract class CLICommand implements Cloneable {
    public transient java.io.PrintStream stdout;

    public transient java.io.PrintStream stderr;

    public CLICommand() {
    }

    public abstract String getShortDescription();

    protected abstract int run() throws Exception;
}
