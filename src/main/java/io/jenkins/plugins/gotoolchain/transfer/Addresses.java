package io.jenkins.plugins.gotoolchain.transfer;

import io.jenkins.plugins.gotoolchain.failure.UnreachableException;
import java.net.URI;
import java.util.Locale;

/** Which addresses can be fetched over the network. */
final class Addresses {

    private Addresses() {}

    static void check(URI uri) throws UnreachableException {
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https") || uri.getHost() == null) {
            throw new UnreachableException(
                    "There is nothing to be had from " + PrintableUri.of(uri) + ".",
                    "name an address that begins with https://, or with file: for a folder");
        }
    }
}
