package hudson.model;

public abstract class View extends hudson.model.AbstractModelObject implements hudson.security.AccessControlled, hudson.model.Describable<hudson.model.View>, hudson.model.Saveable, jenkins.model.ModelObjectWithChildren, hudson.model.DescriptorByNameOwner {
    private View() {
    }
}
