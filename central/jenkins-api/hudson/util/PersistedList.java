package hudson.util;

public class PersistedList<T> extends java.util.AbstractList<T> {
    protected PersistedList() {
    }

    public boolean add(T item) {
        throw new UnsupportedOperationException();
    }

    public boolean addAll(java.util.Collection<? extends T> items) {
        throw new UnsupportedOperationException();
    }

    public void clear() {
        throw new UnsupportedOperationException();
    }

    public boolean contains(Object item) {
        throw new UnsupportedOperationException();
    }

    public T get(int index) {
        throw new UnsupportedOperationException();
    }

    public <U extends T> U get(Class<U> type) {
        throw new UnsupportedOperationException();
    }

    public boolean isEmpty() {
        throw new UnsupportedOperationException();
    }

    public java.util.Iterator<T> iterator() {
        throw new UnsupportedOperationException();
    }

    public void remove(Class<? extends T> type) throws java.io.IOException {
        throw new UnsupportedOperationException();
    }

    public boolean remove(Object o) {
        throw new UnsupportedOperationException();
    }

    public void removeAll(Class<? extends T> type) throws java.io.IOException {
        throw new UnsupportedOperationException();
    }

    public int size() {
        throw new UnsupportedOperationException();
    }

    public <X> X[] toArray(X[] array) {
        throw new UnsupportedOperationException();
    }
}
