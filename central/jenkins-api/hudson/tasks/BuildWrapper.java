package hudson.tasks;

public abstract class BuildWrapper implements hudson.model.Describable<hudson.tasks.BuildWrapper> {
    public BuildWrapper() {
    }
}
