package hudson;

public final class ProxyConfiguration implements hudson.model.Describable<hudson.ProxyConfiguration>, hudson.model.Saveable, java.io.Serializable {
    private ProxyConfiguration() {
    }

    public String getName() {
        throw new UnsupportedOperationException();
    }

    public String getNoProxyHost() {
        throw new UnsupportedOperationException();
    }

    public int getPort() {
        throw new UnsupportedOperationException();
    }

    public hudson.util.Secret getSecretPassword() {
        throw new UnsupportedOperationException();
    }

    public String getUserName() {
        throw new UnsupportedOperationException();
    }
}
