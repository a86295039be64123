package hudson;

public class DescriptorExtensionList<T extends hudson.model.Describable<T>, D extends hudson.model.Descriptor<T>> extends hudson.ExtensionList<D> {
    private DescriptorExtensionList() {
        super((jenkins.model.Jenkins) null, (Class) null);
    }

    public boolean add(D d) {
        throw new UnsupportedOperationException();
    }

    public boolean remove(Object o) {
        throw new UnsupportedOperationException();
    }
}
