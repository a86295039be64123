package hudson.tasks;

public abstract class BuildWrapperDescriptor extends hudson.model.Descriptor<hudson.tasks.BuildWrapper> {
    protected BuildWrapperDescriptor() {
    }

    public abstract boolean isApplicable(hudson.model.AbstractProject<?, ?> item);
}
