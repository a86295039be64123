package hudson.util;

public final class Secret implements java.io.Serializable {
    private Secret() {
    }

    public String getPlainText() {
        throw new UnsupportedOperationException();
    }
}
