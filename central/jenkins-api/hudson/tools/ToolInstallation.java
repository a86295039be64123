package hudson.tools;

public abstract class ToolInstallation implements hudson.model.Describable<hudson.tools.ToolInstallation>, java.io.Serializable {
    protected ToolInstallation(String name, String home, java.util.List<? extends hudson.tools.ToolProperty<?>> properties) {
    }

    public static hudson.DescriptorExtensionList<hudson.tools.ToolInstallation, hudson.tools.ToolDescriptor<?>> all() {
        throw new UnsupportedOperationException();
    }

    public void buildEnvVars(hudson.EnvVars env) {
        throw new UnsupportedOperationException();
    }

    public String getHome() {
        throw new UnsupportedOperationException();
    }

    public String getName() {
        throw new UnsupportedOperationException();
    }

    public hudson.util.DescribableList<hudson.tools.ToolProperty<?>, hudson.tools.ToolPropertyDescriptor> getProperties() {
        throw new UnsupportedOperationException();
    }

    protected String translateFor(hudson.model.Node node, hudson.model.TaskListener log) throws java.io.IOException, InterruptedException {
        throw new UnsupportedOperationException();
    }
}
