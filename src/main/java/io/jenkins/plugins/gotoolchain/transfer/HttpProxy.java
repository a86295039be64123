package io.jenkins.plugins.gotoolchain.transfer;

import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;
import java.io.Serializable;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/**
 * One HTTP proxy.
 *
 * @param address {@code http://host:port}, or https; without user and secret
 * @param credentials for the proxy itself; null if it wants none
 */
public record HttpProxy(URI address, Credentials credentials) implements Serializable {

    /**
     * Reads what the environment says: {@code [scheme://][user:secret@]host[:port]}; no scheme means http.
     *
     * @throws ConfigurationException if it is no such address, or one of a kind that is not spoken here
     */
    public static HttpProxy parse(String name, String text) throws ConfigurationException {
        URI uri;
        try {
            uri = new URI(text.contains("://") ? text : "http://" + text);
        } catch (java.net.URISyntaxException e) {
            throw new ConfigurationException(
                    name + " is no address of a proxy.",
                    "write it as http://host:port; special characters of a secret as %XX");
        }
        String scheme = uri.getScheme().toLowerCase(java.util.Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new ConfigurationException(
                    name + " names a proxy of the kind " + scheme + ", which is not supported.",
                    "name an HTTP proxy: http://host:port");
        }
        if (uri.getHost() == null) {
            throw new ConfigurationException(name + " has no host.", "write it as http://host:port");
        }
        return new HttpProxy(
                URI.create(scheme + "://" + uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort())),
                userInfo(uri.getRawUserInfo()));
    }

    /** The pair in an address, or null. */
    static Credentials userInfo(String raw) {
        if (raw == null || raw.isEmpty()) {
            return null;
        }
        int colon = raw.indexOf(':');
        String user = colon < 0 ? raw : raw.substring(0, colon);
        String secret = colon < 0 ? "" : raw.substring(colon + 1);
        return new Credentials(decode(user), decode(secret));
    }

    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    String host() {
        return address.getHost();
    }

    int port() {
        int port = address.getPort();
        return port >= 0 ? port : isTls() ? 443 : 80;
    }

    boolean isTls() {
        return "https".equals(address.getScheme());
    }

    @Override
    public String toString() {
        return address.toString();
    }
}
