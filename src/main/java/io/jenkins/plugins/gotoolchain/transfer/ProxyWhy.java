package io.jenkins.plugins.gotoolchain.transfer;

import java.io.Serializable;

/**
 * Why an address is asked through a proxy, or not.
 *
 * @param rule the exception that names it; null where none does
 */
public record ProxyWhy(Reason reason, String rule) implements Serializable {

    /** The rules of Go's {@code golang.org/x/net/http/httpproxy}. */
    public enum Reason {
        /** There is no proxy for this scheme. */
        NONE_SET,
        /** There is one, and loopback never goes through it. */
        LOOPBACK,
        /** There is one, and {@code NO_PROXY} names this host. */
        EXCEPTED,
        /** It goes through the one that is set for its scheme. */
        SET
    }
}
