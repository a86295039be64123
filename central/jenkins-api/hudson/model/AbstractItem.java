package hudson.model;

public abstract class AbstractItem extends hudson.model.Actionable implements hudson.model.Item, org.kohsuke.stapler.HttpDeletable, hudson.security.AccessControlled, hudson.model.DescriptorByNameOwner, org.kohsuke.stapler.StaplerProxy {
    protected AbstractItem(hudson.model.ItemGroup parent, String name) {
    }

    public final String getFullName() {
        throw new UnsupportedOperationException();
    }

    public hudson.model.ItemGroup getParent() {
        throw new UnsupportedOperationException();
    }
}
