package io.jenkins.plugins.gotoolchain.trust.sumdb;

import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;

/**
 * A module proxy that may carry the checksum database.
 *
 * @param base the proxy's address
 * @param nextOnAnyError whether any error makes the next proxy be asked ({@code |} after it in GOPROXY), and not only
 *     that it does not carry the database ({@code ,})
 */
public record SumdbProxy(URI base, boolean nextOnAnyError) {

    /**
     * Reads a GOPROXY list (go.dev/ref/mod#goproxy-protocol) up to its {@code direct} or {@code off}, either of which
     * means for the database that it is asked itself.
     */
    public static List<SumdbProxy> list(String goproxy) throws ConfigurationException {
        List<SumdbProxy> proxies = new ArrayList<>();
        int from = 0;
        while (from < goproxy.length()) {
            int end = from;
            while (end < goproxy.length() && goproxy.charAt(end) != ',' && goproxy.charAt(end) != '|') {
                end++;
            }
            String entry = goproxy.substring(from, end).strip();
            if (entry.equals("direct") || entry.equals("off")) {
                return proxies;
            }
            if (!entry.isEmpty() && !entry.equals("noproxy")) {
                proxies.add(new SumdbProxy(uri(entry), end < goproxy.length() && goproxy.charAt(end) == '|'));
            }
            from = end + 1;
        }
        return proxies;
    }

    private static URI uri(String entry) throws ConfigurationException {
        try {
            URI uri = new URI(entry.contains("://") ? entry : "https://" + entry);
            String scheme = uri.getScheme();
            if (scheme.equals("https") || scheme.equals("http") || scheme.equals("file")) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // said below, without the text: it may have a password
        }
        throw new ConfigurationException(
                "an entry of GOPROXY is no address of a module proxy", "write https://host/path, file:///path, direct or off");
    }
}
