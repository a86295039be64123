package jenkins.model;

public abstract class GlobalConfiguration extends hudson.model.Descriptor<jenkins.model.GlobalConfiguration> implements hudson.model.Describable<jenkins.model.GlobalConfiguration> {
    protected GlobalConfiguration() {
    }
}
