package io.jenkins.plugins.gotoolchain.diagnose.network;

import io.jenkins.plugins.gotoolchain.diagnose.network.NameServerAnswer.Kind;
import io.jenkins.plugins.gotoolchain.source.Reach;
import io.jenkins.plugins.gotoolchain.transfer.ObservedHop;
import io.jenkins.plugins.gotoolchain.transfer.ObservedStep;
import io.jenkins.plugins.gotoolchain.transfer.ObservedTrouble;
import java.util.List;

/** Why a name came to nothing, or a connection did not stand. */
final class ConnectionVerdict {

    /** Addresses that name servers give for what they block. */
    private static final List<String> NOWHERE = List.of("0.0.0.0", "0:0:0:0:0:0:0:0", "127.0.0.1", "0:0:0:0:0:0:0:1");

    private ConnectionVerdict() {}

    static void of(ObservedTrouble trouble, ObservedHop hop, NameEvidence names, Found found) {
        String host = hop.host();
        if (trouble.step() == ObservedStep.NAME) {
            if (trouble.atProxy()) {
                found.add(NetworkCause.PROXY_NAME_UNKNOWN, "proxy", hop.proxy());
            }
            // of the host that a redirect led to nothing more is known
            NameEvidence known = names != null && (trouble.atProxy() || names.host().equalsIgnoreCase(host)) ? names : null;
            if (!trouble.atProxy() || known != null && !known.all(Kind.NO_SUCH_NAME)) {
                name(known, trouble.atProxy() && known != null ? known.host() : host, found);
            }
            return;
        }
        String where = trouble.atProxy() ? hop.proxy() : host;
        if (trouble.atProxy()) {
            found.add(switch (trouble.kind()) {
                case REFUSED -> NetworkCause.PROXY_REFUSED;
                case DROPPED -> NetworkCause.PROXY_DROPPED;
                default -> NetworkCause.PROXY_UNREACHABLE;
            }, "proxy", where);
            return;
        }
        if (!needsNoLookUp(host) && !hop.addresses().isEmpty() && NOWHERE.containsAll(hop.addresses())) {
            boolean file = names != null && !names.hostsFile().isEmpty();
            found.add(NetworkCause.NAME_BLOCKED, "host", host, "address", String.join(", ", hop.addresses()),
                    "by", file ? "the hosts file" : names == null ? "" : names.servers(Kind.ADDRESSES));
            return;
        }
        if (names != null && !names.hostsFile().isEmpty() && names.host().equalsIgnoreCase(host)) {
            found.add(NetworkCause.HOSTS_FILE, "host", host, "address", String.join(", ", names.hostsFile()));
        }
        found.add(switch (trouble.kind()) {
            case REFUSED -> NetworkCause.REFUSED;
            case DROPPED -> NetworkCause.DROPPED;
            case NO_ROUTE -> NetworkCause.NO_ROUTE;
            default -> NetworkCause.NOT_CONNECTED;
        }, "host", host, "address", String.join(", ", hop.addresses()), "why", trouble.what());
    }

    /** Digits, or a name that is always this machine. */
    static boolean needsNoLookUp(String host) {
        return Reach.isLoopback(host) || host.matches("[\\d.]+|\\[.*");
    }

    private static void name(NameEvidence names, String host, Found found) {
        if (names == null) {
            found.add(NetworkCause.NAME_UNCLEAR, "host", host);
        } else if (names.answers().isEmpty()) {
            found.add(NetworkCause.NO_NAME_SERVER, "host", host);
        } else if (names.all(Kind.SILENT)) {
            found.add(NetworkCause.NAME_SERVERS_SILENT, "host", host, "server", names.servers(Kind.SILENT));
        } else if (names.any(Kind.ADDRESSES)) {
            found.add(NetworkCause.NAME_SERVERS_DISAGREE, "host", host, "server", names.servers(Kind.ADDRESSES));
        } else if (names.any(Kind.NO_SUCH_NAME)) {
            found.add(NetworkCause.NAME_UNKNOWN, "host", host, "server", names.servers(Kind.NO_SUCH_NAME));
        } else if (names.any(Kind.NO_ADDRESS)) {
            found.add(NetworkCause.NAME_WITHOUT_ADDRESS, "host", host, "server", names.servers(Kind.NO_ADDRESS));
        } else if (names.any(Kind.REFUSES)) {
            found.add(NetworkCause.NAME_SERVERS_REFUSE, "host", host, "server", names.servers(Kind.REFUSES));
        } else if (names.any(Kind.FAILS)) {
            found.add(NetworkCause.NAME_SERVERS_FAIL, "host", host, "server", names.servers(Kind.FAILS));
        } else {
            found.add(NetworkCause.NAME_SERVERS_CLOSED, "host", host, "server", names.servers(Kind.CLOSED));
        }
    }
}
