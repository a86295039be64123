package hudson.tools;

public class ToolLocationNodeProperty extends hudson.slaves.NodeProperty<hudson.model.Node> {
    public ToolLocationNodeProperty(java.util.List<hudson.tools.ToolLocationNodeProperty.ToolLocation> locations) {
    }

    public String getHome(hudson.tools.ToolInstallation installation) {
        throw new UnsupportedOperationException();
    }

    public java.util.List<hudson.tools.ToolLocationNodeProperty.ToolLocation> getLocations() {
        throw new UnsupportedOperationException();
    }

    public static final class ToolLocation {
        public ToolLocation(hudson.tools.ToolDescriptor type, String name, String home) {
        }

        public String getHome() {
            throw new UnsupportedOperationException();
        }

        public String getName() {
            throw new UnsupportedOperationException();
        }

        public hudson.tools.ToolDescriptor getType() {
            throw new UnsupportedOperationException();
        }
    }
}
