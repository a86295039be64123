package org.kohsuke.stapler;

public interface StaplerRequest2 {
    void bindJSON(Object bean, net.sf.json.JSONObject src);

    <T> java.util.List<T> bindJSONToList(Class<T> type, Object src);
}
