package hudson.tools;

public abstract class ToolPropertyDescriptor extends hudson.tools.PropertyDescriptor<hudson.tools.ToolProperty<?>, hudson.tools.ToolInstallation> {
    private ToolPropertyDescriptor() {
    }
}
