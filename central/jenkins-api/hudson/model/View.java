package hudson.model;

public abstract class View extends hudson.model.AbstractModelObject implements hudson.model.Describable<hudson.model.View> {
    private View() {
    }
}
