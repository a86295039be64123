package io.jenkins.plugins.gotoolchain.transfer;

import java.net.URI;

/** An address as it may be shown and stored: without user, secret, query and fragment. */
public final class PrintableUri {

    private PrintableUri() {}

    public static String of(URI uri) {
        String host = uri.getHost();
        if (host == null) {
            return uri.isOpaque() ? uri.getScheme() + ":…" : withScheme(uri) + path(uri);
        }
        return withScheme(uri) + "//" + host + (uri.getPort() < 0 ? "" : ":" + uri.getPort()) + path(uri);
    }

    private static String withScheme(URI uri) {
        return uri.getScheme() == null ? "" : uri.getScheme() + ":";
    }

    private static String path(URI uri) {
        return uri.getRawPath() == null ? "" : uri.getRawPath();
    }
}
