package hudson.model;

public abstract class Node extends hudson.model.AbstractModelObject implements hudson.model.ReconfigurableDescribable<hudson.model.Node>, hudson.security.AccessControlled, hudson.model.PersistenceRoot {
    public Node() {
    }

    public hudson.FilePath createPath(String absolutePath) {
        throw new UnsupportedOperationException();
    }

    public String getDisplayName() {
        throw new UnsupportedOperationException();
    }

    public abstract String getLabelString();

    public abstract String getNodeName();

    public abstract hudson.util.DescribableList<hudson.slaves.NodeProperty<?>, hudson.slaves.NodePropertyDescriptor> getNodeProperties();

    public abstract hudson.FilePath getRootPath();

    public void save() throws java.io.IOException {
        throw new UnsupportedOperationException();
    }

    public final hudson.model.Computer toComputer() {
        throw new UnsupportedOperationException();
    }
}
