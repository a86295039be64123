package hudson.tools;

public abstract class ToolDescriptor<T extends hudson.tools.ToolInstallation> extends hudson.model.Descriptor<hudson.tools.ToolInstallation> {
    protected ToolDescriptor() {
    }

    public java.util.List<? extends hudson.tools.ToolInstaller> getDefaultInstallers() {
        throw new UnsupportedOperationException();
    }

    public T[] getInstallations() {
        throw new UnsupportedOperationException();
    }

    public void setInstallations(T... installations) {
        throw new UnsupportedOperationException();
    }
}
