package hudson;

public class EnvVars extends java.util.TreeMap<String, String> {
    private EnvVars() {
    }

    public String expand(String s) {
        throw new UnsupportedOperationException();
    }

    public String put(String key, String value) {
        throw new UnsupportedOperationException();
    }
}
