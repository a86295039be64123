package jenkins.model;

public abstract class TransientActionFactory<T> {
    public TransientActionFactory() {
    }

    public abstract java.util.Collection<? extends hudson.model.Action> createFor(T target);

    public abstract Class<T> type();
}
