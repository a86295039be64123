package io.jenkins.plugins.gotoolchain.buildcache;

import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;
import io.jenkins.plugins.gotoolchain.transfer.Credentials;
import io.jenkins.plugins.gotoolchain.transfer.ProxySettings;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/**
 * What a cache is to do.
 *
 * @param folder for records and bodies; made where it is missing
 * @param results a {@code GOCACHE} of others that is read before the server is asked; null for none
 * @param server an address that ends with a slash; null for none
 * @param credentials for the server; null for none
 * @param caPem certificates to trust besides Java's own; null for none
 * @param readOnly whether nothing is sent to the server
 * @param mostBytes what the folder may take; 0 for no limit
 */
public record CacheSettings(
        Path folder, Path results, URI server, Credentials credentials, ProxySettings proxy, String caPem, boolean readOnly,
        long mostBytes) {

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "[::1]", "localhost");

    /** @throws ConfigurationException if it is no address of a server that this may be sent to */
    public static URI server(String text, boolean withCredentials) throws ConfigurationException {
        URI uri;
        try {
            uri = new URI(text.endsWith("/") ? text : text + "/");
        } catch (java.net.URISyntaxException e) {
            throw wrong("--url is no address");
        }
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        if (uri.getRawUserInfo() != null || text.contains("@")) {
            throw wrong("--url holds a user, and would be seen by every process of this machine");
        }
        if (!scheme.equals("https") && !scheme.equals("http") || uri.getHost() == null || uri.getRawQuery() != null
                || uri.getRawFragment() != null) {
            throw wrong("--url is no plain http or https address");
        }
        if (withCredentials && scheme.equals("http") && !LOOPBACK.contains(uri.getHost().toLowerCase(Locale.ROOT))) {
            throw wrong("the credentials would go to " + uri.getHost() + " in the clear");
        }
        return uri;
    }

    private static ConfigurationException wrong(String problem) {
        return new ConfigurationException("The build cache has no server that it can use: " + problem + ".",
                "give --url https://host/path/, and the login in GO_TOOLCHAIN_CACHE_USER and GO_TOOLCHAIN_CACHE_PASSWORD");
    }
}
