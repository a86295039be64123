package io.jenkins.plugins.gotoolchain.transfer;

import java.net.URI;
import java.net.URISyntaxException;

/** Where an answer points, if one may go there: never from https to http, never to anything else. */
final class Redirects {

    static final String DOWNGRADE = " redirects from https to http";

    private Redirects() {}

    static boolean isRedirect(int status) {
        return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
    }

    static URI follow(URI from, String location) throws Failed {
        URI to;
        try {
            to = new URI(from.resolve(new URI(location.replace(" ", "%20"))).toASCIIString());
        } catch (URISyntaxException e) {
            throw Failed.forGood(from.getHost() + " redirects to what is no address",
                    "check the address and what stands in the line", e);
        }
        String scheme = String.valueOf(to.getScheme()).toLowerCase(java.util.Locale.ROOT);
        if (Connector.isTls(from) && scheme.equals("http")) {
            throw Failed.forGood(from.getHost() + DOWNGRADE + ": " + PrintableUri.of(to),
                    "use a source that stays with https", null);
        }
        if (!scheme.equals("http") && !scheme.equals("https") || to.getHost() == null) {
            throw Failed.forGood(from.getHost() + " redirects to an address that is not of the web: "
                    + PrintableUri.of(to), "use another source", null);
        }
        return to;
    }
}
