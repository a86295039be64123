package hudson.model;

public abstract class AdministrativeMonitor extends hudson.model.AbstractModelObject implements org.kohsuke.stapler.StaplerProxy {
    protected AdministrativeMonitor() {
    }

    public String getDisplayName() {
        throw new UnsupportedOperationException();
    }

    public Object getTarget() {
        throw new UnsupportedOperationException();
    }

    public abstract boolean isActivated();

    public boolean isSecurity() {
        throw new UnsupportedOperationException();
    }
}
