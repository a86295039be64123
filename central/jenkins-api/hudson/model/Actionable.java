package hudson.model;

public abstract class Actionable extends hudson.model.AbstractModelObject implements jenkins.model.ModelObjectWithContextMenu {
    public Actionable() {
    }

    public boolean addOrReplaceAction(hudson.model.Action a) {
        throw new UnsupportedOperationException();
    }

    public <T extends hudson.model.Action> T getAction(Class<T> type) {
        throw new UnsupportedOperationException();
    }
}
