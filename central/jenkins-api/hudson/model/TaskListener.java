package hudson.model;

public interface TaskListener {
    public static final hudson.model.TaskListener NULL = null;

    java.io.PrintStream getLogger();
}
