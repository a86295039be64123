package hudson.tools;

public class InstallSourceProperty extends hudson.tools.ToolProperty<hudson.tools.ToolInstallation> {
    public final hudson.util.DescribableList<hudson.tools.ToolInstaller, hudson.model.Descriptor<hudson.tools.ToolInstaller>> installers = null;

    public InstallSourceProperty(java.util.List<? extends hudson.tools.ToolInstaller> installers) throws java.io.IOException {
    }
}
