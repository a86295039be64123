package jenkins.model;

public class Jenkins extends hudson.model.AbstractCIBase implements jenkins.model.DirectlyModifiableTopLevelItemGroup, org.kohsuke.stapler.StaplerProxy, org.kohsuke.stapler.StaplerFallback, hudson.model.ModifiableViewGroup, hudson.security.AccessControlled, hudson.model.DescriptorByNameOwner, jenkins.model.ModelObjectWithContextMenu, jenkins.model.ModelObjectWithChildren {
    public static final hudson.security.Permission ADMINISTER = null;

    public static final hudson.security.Permission MANAGE = null;

    public static final hudson.security.Permission SYSTEM_READ = null;

    private Jenkins() {
    }

    public static org.springframework.security.core.Authentication getAuthentication2() {
        throw new UnsupportedOperationException();
    }

    public static jenkins.model.Jenkins get() throws IllegalStateException {
        throw new UnsupportedOperationException();
    }

    public <T extends hudson.model.Descriptor> T getDescriptorByType(Class<T> type) {
        throw new UnsupportedOperationException();
    }

    public String getDisplayName() {
        throw new UnsupportedOperationException();
    }

    public <T extends hudson.model.Item> T getItemByFullName(String fullName, Class<T> type) throws org.springframework.security.access.AccessDeniedException {
        throw new UnsupportedOperationException();
    }

    public String getLabelString() {
        throw new UnsupportedOperationException();
    }

    public String getLegacyInstanceId() {
        throw new UnsupportedOperationException();
    }

    public hudson.model.Node getNode(String name) {
        throw new UnsupportedOperationException();
    }

    public hudson.util.DescribableList<hudson.slaves.NodeProperty<?>, hudson.slaves.NodePropertyDescriptor> getNodeProperties() {
        throw new UnsupportedOperationException();
    }

    public java.util.List<hudson.model.Node> getNodes() {
        throw new UnsupportedOperationException();
    }

    public hudson.Plugin getPlugin(String shortName) {
        throw new UnsupportedOperationException();
    }

    public hudson.ProxyConfiguration getProxy() {
        throw new UnsupportedOperationException();
    }

    public java.io.File getRootDir() {
        throw new UnsupportedOperationException();
    }

    public String getRootUrl() {
        throw new UnsupportedOperationException();
    }

    public hudson.FilePath getRootPath() {
        throw new UnsupportedOperationException();
    }

    public hudson.model.View getStaplerFallback() {
        throw new UnsupportedOperationException();
    }

    public Object getTarget() {
        throw new UnsupportedOperationException();
    }
}
