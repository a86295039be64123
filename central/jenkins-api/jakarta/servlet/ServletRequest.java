package jakarta.servlet;

public interface ServletRequest {
    String getParameter(String p0);

    String[] getParameterValues(String p0);
}
