package hudson;

public class EnvVars extends java.util.TreeMap<String, String> {
    public EnvVars() {
    }

    public EnvVars(hudson.EnvVars m) {
    }

    public String expand(String s) {
        throw new UnsupportedOperationException();
    }

    public String get(String key, String defaultValue) {
        throw new UnsupportedOperationException();
    }

    public hudson.EnvVars overrideAll(java.util.Map<String, String> all) {
        throw new UnsupportedOperationException();
    }

    public String put(String key, String value) {
        throw new UnsupportedOperationException();
    }
}
