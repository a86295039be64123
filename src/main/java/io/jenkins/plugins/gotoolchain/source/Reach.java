package io.jenkins.plugins.gotoolchain.source;

import java.net.URI;
import java.util.Locale;

/** What an address is worth before anything is asked of it. */
public final class Reach {

    private Reach() {}

    /** Whether nobody on the way can change what is said: https, or no way at all. */
    public static boolean isPrivate(URI uri) {
        return !"http".equals(uri.getScheme()) || isLoopback(uri.getHost());
    }

    /** By name or literal only: a name that merely resolves to loopback today does not count. */
    public static boolean isLoopback(String host) {
        if (host == null) {
            return false;
        }
        String name = host.toLowerCase(Locale.ROOT);
        if (name.equals("localhost") || name.endsWith(".localhost") || name.equals("[::1]") || name.equals("[0:0:0:0:0:0:0:1]")) {
            return true;
        }
        String[] parts = name.split("\\.", -1);
        if (parts.length != 4 || !parts[0].equals("127")) {
            return false;
        }
        for (String part : parts) {
            if (part.isEmpty() || part.length() > 3 || !part.chars().allMatch(c -> c >= '0' && c <= '9')) {
                return false;
            }
        }
        return true;
    }

    /** Whether Go's own releases come from there: over https, by Go's own people. */
    public static boolean isOfficial(URI uri) {
        String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
        return "https".equals(uri.getScheme()) && uri.getPort() < 0
                && (host.equals("go.dev") || host.equals("golang.google.cn") || host.equals("dl.google.com"));
    }

    /**
     * Whether an address is below a base, on the same server. One with a way up in its path is below nothing.
     *
     * @param base ended by a slash
     */
    public static boolean isBelow(URI base, URI uri) {
        if (base.getHost() == null || uri.getHost() == null || uri.getRawUserInfo() != null || uri.getRawPath() == null) {
            return false;
        }
        boolean same = base.getScheme().equalsIgnoreCase(uri.getScheme())
                && base.getHost().equalsIgnoreCase(uri.getHost())
                && base.getPort() == uri.getPort();
        String path = uri.getRawPath();
        String lower = path.toLowerCase(Locale.ROOT);
        boolean up = lower.contains("..") || lower.contains("%2e") || lower.contains("%2f") || lower.contains("\\");
        return same && !up && path.startsWith(base.getRawPath());
    }
}
