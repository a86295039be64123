package hudson.tools;

public abstract class ToolProperty<T extends hudson.tools.ToolInstallation> implements hudson.model.Describable<hudson.tools.ToolProperty<?>> {
    public ToolProperty() {
    }
}
