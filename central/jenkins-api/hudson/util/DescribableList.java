package hudson.util;

public class DescribableList<T extends hudson.model.Describable<T>, D extends hudson.model.Descriptor<T>> extends hudson.util.PersistedList<T> {
    private DescribableList() {
    }

    public boolean contains(D d) {
        throw new UnsupportedOperationException();
    }

    public T get(D descriptor) {
        throw new UnsupportedOperationException();
    }

    public <U extends T> U get(Class<U> type) {
        throw new UnsupportedOperationException();
    }

    public void remove(D descriptor) throws java.io.IOException {
        throw new UnsupportedOperationException();
    }

    public void replace(T item) throws java.io.IOException {
        throw new UnsupportedOperationException();
    }

    public T[] toArray(T[] array) {
        throw new UnsupportedOperationException();
    }
}
