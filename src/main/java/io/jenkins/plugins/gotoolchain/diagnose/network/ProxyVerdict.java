package io.jenkins.plugins.gotoolchain.diagnose.network;

import io.jenkins.plugins.gotoolchain.transfer.ObservedHop;
import io.jenkins.plugins.gotoolchain.transfer.ObservedTrouble;

/** What a proxy does that was asked for a way to a host. */
final class ProxyVerdict {

    private ProxyVerdict() {}

    static void ofTunnel(ObservedTrouble trouble, ObservedHop hop, boolean hasLogin, Found found) {
        switch (trouble.kind()) {
            case TUNNEL_REFUSED -> ofStatus(hop.tunnelStatus(), hop, hasLogin, found);
            case SILENT, OUT_OF_TIME -> found.add(NetworkCause.PROXY_SILENT, "proxy", hop.proxy());
            case NOT_HTTP -> found.add(NetworkCause.NOT_A_PROXY, "proxy", hop.proxy(), "status", "");
            default -> found.add(NetworkCause.PROXY_CUTS, "proxy", hop.proxy(), "host", hop.host());
        }
    }

    static void ofStatus(int status, ObservedHop hop, boolean hasLogin, Found found) {
        NetworkCause cause = switch (status) {
            case 407 -> hasLogin ? NetworkCause.PROXY_LOGIN_WRONG : NetworkCause.PROXY_LOGIN_NEEDED;
            case 403, 451 -> NetworkCause.PROXY_FORBIDS;
            case 500, 502, 503, 504 -> NetworkCause.PROXY_CANNOT_REACH;
            default -> NetworkCause.NOT_A_PROXY;
        };
        found.add(cause, "proxy", hop.proxy(), "host", hop.host(), "status", status, "error", hop.headers().get("x-squid-error"),
                "scheme", hop.headers().get("proxy-authenticate"));
    }
}
