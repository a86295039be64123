package io.jenkins.plugins.gotoolchain.diagnose.network;

import io.jenkins.plugins.gotoolchain.transfer.ObservedCertificate;
import io.jenkins.plugins.gotoolchain.transfer.ObservedHop;
import io.jenkins.plugins.gotoolchain.transfer.ObservedTls;
import io.jenkins.plugins.gotoolchain.transfer.ObservedTrouble;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What is wrong with a handshake, or with the chain that was shown in it. */
final class TlsVerdict {

    private static final long SOON = Duration.ofDays(14).toMillis();

    private TlsVerdict() {}

    static void of(ObservedTrouble trouble, ObservedHop hop, Found found) {
        String host = trouble.atProxy() ? hop.proxy() : hop.host();
        switch (trouble.kind()) {
            case CERTIFICATE_REFUSED -> refused(hop, host, found);
            case CLIENT_CERTIFICATE -> found.add(NetworkCause.CLIENT_CERTIFICATE, "host", host);
            case TLS_VERSION -> found.add(NetworkCause.TLS_VERSION, "host", host, "why", trouble.what());
            case NOT_TLS -> found.add(NetworkCause.NOT_TLS, "host", host);
            case CUT -> found.add(NetworkCause.TLS_CUT, "host", host);
            case SILENT, OUT_OF_TIME -> found.add(NetworkCause.TLS_SILENT, "host", host);
            default -> found.add(NetworkCause.TLS_HANDSHAKE, "host", host, "why", trouble.what());
        }
    }

    private static void refused(ObservedHop hop, String host, Found found) {
        List<ObservedCertificate> chain = hop.tls().chain();
        ObservedCertificate first = chain.get(0);
        ObservedCertificate last = chain.get(chain.size() - 1);
        String authority = ObservedCertificate.commonName(last.issuer());
        switch (hop.tls().refusal()) {
            case EXPIRED -> found.add(NetworkCause.CERTIFICATE_EXPIRED, "host", host, "date", date(expired(chain).notAfter()));
            case NOT_YET_VALID -> {
                found.add(NetworkCause.CERTIFICATE_NOT_YET_VALID, "host", host, "date", date(first.notBefore()));
                found.add(NetworkCause.CLOCK_WRONG, "now", date(System.currentTimeMillis()));
            }
            case OTHER_NAME -> found.add(NetworkCause.CERTIFICATE_OTHER_NAME, "host", host,
                    "names", first.names().isEmpty() ? ObservedCertificate.commonName(first.subject()) : String.join(", ", first.names()));
            case WEAK -> found.add(NetworkCause.CERTIFICATE_WEAK, "host", host, "what", first.key() + ", " + first.signature());
            case UNKNOWN_AUTHORITY -> unknown(hop, host, chain, authority, found);
            default -> found.add(NetworkCause.CERTIFICATE_REFUSED, "host", host, "authority", authority);
        }
    }

    private static void unknown(ObservedHop hop, String host, List<ObservedCertificate> chain, String authority, Found found) {
        String product = Interceptors.named(chain);
        if (product != null || Interceptors.mustBePublic(hop.uri())) {
            found.add(NetworkCause.INTERCEPTED, "host", host, "product", product == null ? "" : product, "authority", authority);
        } else if (chain.size() == 1 && chain.get(0).selfSigned()) {
            found.add(NetworkCause.CERTIFICATE_SELF_SIGNED, "host", host, "authority", authority);
        } else {
            found.add(NetworkCause.CERTIFICATE_AUTHORITY_UNKNOWN, "host", host, "authority", authority);
            if (chain.size() == 1) {
                // a server that leaves out what lies between looks the same as one of an authority nobody knows
                found.add(NetworkCause.CHAIN_INCOMPLETE, "host", host, "authority", authority);
            }
        }
    }

    /** Of a chain that was accepted. */
    static void notes(ObservedHop hop, Found found) {
        ObservedTls tls = hop.tls();
        if (tls == null || tls.trustedBy() == null) {
            return;
        }
        String product = Interceptors.named(tls.chain());
        if (product != null || tls.extraTrust() && Interceptors.mustBePublic(hop.uri())) {
            found.add(NetworkCause.INTERCEPTED_TRUSTED, "host", hop.host(), "product", product == null ? "" : product,
                    "authority", ObservedCertificate.commonName(tls.trustedBy()));
        }
        long left = tls.chain().get(0).notAfter() - System.currentTimeMillis();
        if (left < SOON) {
            found.add(NetworkCause.CERTIFICATE_ENDS_SOON, "host", hop.host(), "date", date(tls.chain().get(0).notAfter()));
        }
    }

    private static ObservedCertificate expired(List<ObservedCertificate> chain) {
        long now = System.currentTimeMillis();
        return chain.stream().filter(one -> one.notAfter() < now).findFirst().orElse(chain.get(0));
    }

    private static String date(long millis) {
        return Instant.ofEpochMilli(millis).toString().substring(0, 10);
    }
}
