package jenkins.tools;

public class ToolConfigurationCategory extends jenkins.model.GlobalConfigurationCategory {
    private ToolConfigurationCategory() {
    }
}
