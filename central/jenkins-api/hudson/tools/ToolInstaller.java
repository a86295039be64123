package hudson.tools;

public abstract class ToolInstaller implements hudson.model.Describable<hudson.tools.ToolInstaller> {
    protected ToolInstaller(String label) {
    }

    public boolean appliesTo(hudson.model.Node node) {
        throw new UnsupportedOperationException();
    }

    public hudson.tools.ToolInstallerDescriptor<?> getDescriptor() {
        throw new UnsupportedOperationException();
    }

    public final String getLabel() {
        throw new UnsupportedOperationException();
    }

    public abstract hudson.FilePath performInstallation(hudson.tools.ToolInstallation tool, hudson.model.Node node, hudson.model.TaskListener log) throws java.io.IOException, InterruptedException;
}
