package net.sf.json;

public final class JSONArray extends net.sf.json.AbstractJSON implements java.util.List<Object>, Comparable {
    public JSONArray() {
    }

    public void add(int index, Object value) {
        throw new UnsupportedOperationException();
    }

    public boolean add(Object value) {
        throw new UnsupportedOperationException();
    }

    public boolean add(Object value, net.sf.json.JsonConfig jsonConfig) {
        throw new UnsupportedOperationException();
    }

    public boolean addAll(int index, java.util.Collection collection) {
        throw new UnsupportedOperationException();
    }

    public boolean addAll(java.util.Collection collection) {
        throw new UnsupportedOperationException();
    }

    public boolean addAll(java.util.Collection collection, net.sf.json.JsonConfig jsonConfig) {
        throw new UnsupportedOperationException();
    }

    public void clear() {
        throw new UnsupportedOperationException();
    }

    public int compareTo(Object obj) {
        throw new UnsupportedOperationException();
    }

    public boolean contains(Object o) {
        throw new UnsupportedOperationException();
    }

    public boolean containsAll(java.util.Collection collection) {
        throw new UnsupportedOperationException();
    }

    public boolean equals(Object obj) {
        throw new UnsupportedOperationException();
    }

    public Object get(int index) {
        throw new UnsupportedOperationException();
    }

    public int hashCode() {
        throw new UnsupportedOperationException();
    }

    public int indexOf(Object o) {
        throw new UnsupportedOperationException();
    }

    public boolean isEmpty() {
        throw new UnsupportedOperationException();
    }

    public java.util.Iterator iterator() {
        throw new UnsupportedOperationException();
    }

    public int lastIndexOf(Object o) {
        throw new UnsupportedOperationException();
    }

    public java.util.ListIterator listIterator() {
        throw new UnsupportedOperationException();
    }

    public java.util.ListIterator listIterator(int index) {
        throw new UnsupportedOperationException();
    }

    public Object remove(int index) {
        throw new UnsupportedOperationException();
    }

    public boolean remove(Object o) {
        throw new UnsupportedOperationException();
    }

    public boolean removeAll(java.util.Collection collection) {
        throw new UnsupportedOperationException();
    }

    public boolean retainAll(java.util.Collection collection) {
        throw new UnsupportedOperationException();
    }

    public Object set(int index, Object value) {
        throw new UnsupportedOperationException();
    }

    public int size() {
        throw new UnsupportedOperationException();
    }

    public java.util.List subList(int fromIndex, int toIndex) {
        throw new UnsupportedOperationException();
    }

    public Object[] toArray() {
        throw new UnsupportedOperationException();
    }

    public static Object toArray(net.sf.json.JSONArray jsonArray) {
        throw new UnsupportedOperationException();
    }

    public Object[] toArray(Object[] array) {
        throw new UnsupportedOperationException();
    }
}
