package io.jenkins.plugins.gotoolchain.transfer;

import java.net.URI;
import java.util.Locale;
import java.util.Map;

/** Which credentials go with a request: those of the longest prefix that fits, and to no other origin. */
final class Authorizations {

    private final Map<String, Credentials> byPrefix;

    Authorizations(Map<String, Credentials> byPrefix) {
        this.byPrefix = byPrefix;
    }

    /**
     * @param first the address that the caller asked for: a user in it counts for its own origin
     * @param uri the address of this request, after redirects
     * @return null for none
     */
    Credentials of(URI first, URI uri) {
        Credentials best = null;
        int longest = -1;
        for (Map.Entry<String, Credentials> entry : byPrefix.entrySet()) {
            URI prefix = URI.create(entry.getKey());
            String path = prefix.getRawPath() == null ? "" : prefix.getRawPath();
            if (isSameOrigin(prefix, uri) && isBelow(path, uri.normalize().getRawPath()) && path.length() > longest) {
                best = entry.getValue();
                longest = path.length();
            }
        }
        if (best == null && isSameOrigin(first, uri)) {
            return HttpProxy.userInfo(first.getRawUserInfo());
        }
        return best;
    }

    private static boolean isBelow(String prefix, String path) {
        String folder = prefix.endsWith("/") ? prefix : prefix + "/";
        return folder.equals("/") || path != null && (path.equals(prefix) || path.startsWith(folder));
    }

    static boolean isSameOrigin(URI a, URI b) {
        return origin(a).equals(origin(b));
    }

    /** Scheme, host and port. */
    static String origin(URI uri) {
        return (uri.getScheme() + "://" + uri.getHost()).toLowerCase(Locale.ROOT) + ":" + Connector.port(uri);
    }
}
