package hudson.model;

public abstract class Actionable extends hudson.model.AbstractModelObject {
    public Actionable() {
    }

    public <T extends hudson.model.Action> T getAction(Class<T> type) {
        throw new UnsupportedOperationException();
    }
}
