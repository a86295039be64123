package org.kohsuke.stapler;

public interface StaplerRequest2 extends jakarta.servlet.http.HttpServletRequest {
    <T> java.util.List<T> bindJSONToList(Class<T> type, Object src);
}
