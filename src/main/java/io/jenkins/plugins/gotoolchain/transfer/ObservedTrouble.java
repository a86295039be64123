package io.jenkins.plugins.gotoolchain.transfer;

import java.io.Serializable;

/**
 * What ended a request that was observed.
 *
 * @param atProxy whether it happened between here and the proxy, not behind it
 * @param what for people, in English, printable
 */
public record ObservedTrouble(Kind kind, ObservedStep step, boolean atProxy, String what) implements Serializable {

    /** What can be told apart by the way in which it ended. */
    public enum Kind {
        NAME_UNKNOWN, NAME_SILENT,
        REFUSED, DROPPED, NO_ROUTE, NOT_CONNECTED,
        TUNNEL_REFUSED,
        CERTIFICATE_REFUSED, CLIENT_CERTIFICATE, TLS_VERSION, TLS_HANDSHAKE, NOT_TLS,
        NOT_HTTP, CUT, SILENT,
        REDIRECT_LOOP, REDIRECT_DOWNGRADE, REDIRECT_BAD,
        OUT_OF_TIME, OTHER
    }
}
