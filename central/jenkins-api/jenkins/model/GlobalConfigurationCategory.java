package jenkins.model;

public abstract class GlobalConfigurationCategory implements hudson.model.ModelObject {
    public GlobalConfigurationCategory() {
    }

    public static <T extends jenkins.model.GlobalConfigurationCategory> T get(Class<T> type) {
        throw new UnsupportedOperationException();
    }
}
