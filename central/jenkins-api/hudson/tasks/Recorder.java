package hudson.tasks;

public abstract class Recorder extends hudson.tasks.Publisher {
    protected Recorder() {
    }
}
