package io.jenkins.plugins.gotoolchain.diagnose.network;

import io.jenkins.plugins.gotoolchain.transfer.Observed;
import io.jenkins.plugins.gotoolchain.transfer.ObservedHop;

/** What a status means that is no success (RFC 9110 §15). */
final class StatusVerdict {

    private StatusVerdict() {}

    static void of(Observed seen, boolean hasProxyLogin, Found found) {
        ObservedHop hop = seen.last();
        int status = seen.status();
        boolean forwarded = hop.proxy() != null && hop.uri().startsWith("http:");
        boolean saidByProxy = forwarded && hop.headers().containsKey("x-squid-error");
        if (forwarded && (status == 407 || saidByProxy)) {
            ProxyVerdict.ofStatus(status, hop, hasProxyLogin, found);
            return;
        }
        NetworkCause cause = switch (status) {
            case 400 -> Pages.text(seen).contains("SSL certificate") ? NetworkCause.CLIENT_CERTIFICATE : NetworkCause.OTHER_STATUS;
            case 401 -> hop.credentialsSent() ? NetworkCause.LOGIN_WRONG : NetworkCause.LOGIN_NEEDED;
            case 403, 451 -> NetworkCause.FORBIDDEN;
            case 404, 410 -> NetworkCause.NOT_FOUND;
            case 429 -> NetworkCause.TOO_MANY_REQUESTS;
            case 502, 504 -> NetworkCause.GATEWAY_FAULT;
            default -> status >= 500 ? NetworkCause.SERVER_FAULT : NetworkCause.OTHER_STATUS;
        };
        found.add(cause, "host", hop.host(), "status", status, "url", hop.uri(), "after", hop.headers().get("retry-after"),
                "scheme", hop.headers().get("www-authenticate"));
        if (forwarded && (status == 403 || status >= 500)) {
            // nobody can tell by the answer which of the two gave it
            found.add(status == 403 ? NetworkCause.PROXY_FORBIDS : NetworkCause.PROXY_CANNOT_REACH, "proxy", hop.proxy(), "host", hop.host(),
                    "status", status);
        }
    }
}
