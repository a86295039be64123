package hudson.tools;

public abstract class ToolInstallerDescriptor<T extends hudson.tools.ToolInstaller> extends hudson.model.Descriptor<hudson.tools.ToolInstaller> {
    public ToolInstallerDescriptor() {
    }

    public boolean isApplicable(Class<? extends hudson.tools.ToolInstallation> toolType) {
        throw new UnsupportedOperationException();
    }
}
