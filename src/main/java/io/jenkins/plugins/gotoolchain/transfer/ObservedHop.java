package io.jenkins.plugins.gotoolchain.transfer;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * One request of an observed GET, and its answer.
 *
 * @param uri where it went, printable
 * @param host of it
 * @param proxy in between, without user and secret; null for none
 * @param proxyWhy why that proxy, or none
 * @param credentialsSent whether a login went with the request
 * @param addresses what the name came to; empty where it came to nothing
 * @param nameMillis until it did; -1 where it did not
 * @param tries the addresses that a connection was tried to
 * @param tunnelStatus what the proxy answered to the wish for a tunnel; 0 for nothing
 * @param tls null where no handshake got as far as a certificate
 * @param status of the answer; 0 for none
 * @param answerMillis from the first step to the header of the answer; -1 for none
 * @param headers of the answer, or of the proxy's refusal, those that tell something, by lower-case name; printable
 */
public record ObservedHop(
        String uri, String host, String proxy, ProxyWhy proxyWhy, boolean credentialsSent, List<String> addresses,
        long nameMillis, List<ObservedAddress> tries, int tunnelStatus, ObservedTls tls, int status, long answerMillis,
        Map<String, String> headers) implements Serializable {

    public ObservedHop {
        addresses = List.copyOf(addresses);
        tries = List.copyOf(tries);
        headers = Map.copyOf(headers);
    }

    /** The address that answered; null for none. */
    public ObservedAddress connected() {
        return tries.stream().filter(one -> one.trouble() == null).findFirst().orElse(null);
    }
}
