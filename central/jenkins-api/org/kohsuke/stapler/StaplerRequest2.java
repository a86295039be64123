package org.kohsuke.stapler;

public interface StaplerRequest2 {
    <T> java.util.List<T> bindJSONToList(Class<T> type, Object src);
}
