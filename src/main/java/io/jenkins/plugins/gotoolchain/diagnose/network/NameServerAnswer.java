package io.jenkins.plugins.gotoolchain.diagnose.network;

import java.io.Serializable;
import java.util.List;

/**
 * What one name server said of a name.
 *
 * @param server its address
 * @param addresses digits; empty unless it knows some
 * @param millis until it answered, or was not waited for any more
 */
public record NameServerAnswer(String server, Kind kind, List<String> addresses, long millis) implements Serializable {

    /** The kinds of answer (RFC 1035 §4.1.1), and of none. */
    public enum Kind { ADDRESSES, NO_SUCH_NAME, NO_ADDRESS, FAILS, REFUSES, CLOSED, SILENT }

    public NameServerAnswer {
        addresses = List.copyOf(addresses);
    }
}
