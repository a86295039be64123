package hudson.tools;

public class InstallSourceProperty extends hudson.tools.ToolProperty<hudson.tools.ToolInstallation> {
    public final hudson.util.DescribableList<hudson.tools.ToolInstaller, hudson.model.Descriptor<hudson.tools.ToolInstaller>> installers = null;

    private InstallSourceProperty() {
    }
}
