package hudson.model;

public abstract class InvisibleAction implements hudson.model.Action {
    public InvisibleAction() {
    }
}
