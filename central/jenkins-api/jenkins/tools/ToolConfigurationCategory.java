package jenkins.tools;

public class ToolConfigurationCategory extends jenkins.model.GlobalConfigurationCategory {
    private ToolConfigurationCategory() {
    }

    public String getDisplayName() {
        throw new UnsupportedOperationException();
    }
}
