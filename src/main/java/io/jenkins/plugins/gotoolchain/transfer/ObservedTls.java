package io.jenkins.plugins.gotoolchain.transfer;

import java.io.Serializable;
import java.util.List;

/**
 * A TLS handshake.
 *
 * @param protocol such as {@code TLSv1.3}; null where none was agreed on
 * @param cipher its suite; null where none was agreed on
 * @param chain as the server sent it, its own certificate first; also one that was refused
 * @param trustedBy the authority that the chain leads to; null where it was refused
 * @param extraTrust whether that authority is one of the additional bundle and not Java's own
 * @param refusal why the chain was refused; null where it was not
 */
public record ObservedTls(
        String protocol, String cipher, List<ObservedCertificate> chain, String trustedBy, boolean extraTrust, Refusal refusal)
        implements Serializable {

    /** Why a chain was refused. */
    public enum Refusal { EXPIRED, NOT_YET_VALID, UNKNOWN_AUTHORITY, OTHER_NAME, WEAK, OTHER }

    public ObservedTls {
        chain = List.copyOf(chain);
    }
}
