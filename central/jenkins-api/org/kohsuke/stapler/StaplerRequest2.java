package org.kohsuke.stapler;

public interface StaplerRequest2 extends jakarta.servlet.http.HttpServletRequest {
    void bindJSON(Object bean, net.sf.json.JSONObject src);

    <T> java.util.List<T> bindJSONToList(Class<T> type, Object src);
}
