package io.jenkins.plugins.gotoolchain.transfer;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.SSLException;

/** Tells by the exception, and by how far it got, what ended an exchange. */
final class TroubleKinds {

    private TroubleKinds() {}

    static ObservedTrouble.Kind ofConnection(IOException e) {
        String text = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        if (e instanceof SocketTimeoutException || text.contains("timed out") || e instanceof java.nio.channels.ClosedChannelException) {
            return ObservedTrouble.Kind.DROPPED;
        }
        if (e instanceof NoRouteToHostException || text.contains("unreachable") || text.contains("no route")) {
            return ObservedTrouble.Kind.NO_ROUTE;
        }
        return e instanceof ConnectException ? ObservedTrouble.Kind.REFUSED : ObservedTrouble.Kind.NOT_CONNECTED;
    }

    /** @param hops that were done before this one */
    static ObservedTrouble.Kind of(IOException e, ObservedStep step, StallGuard.Cut cut, ChainWitness witness,
            List<ObservedAddress> tries, int tunnelStatus, int status, int hops) {
        boolean silent = cut != StallGuard.Cut.NOT;
        switch (step) {
            case NAME:
                return silent ? ObservedTrouble.Kind.NAME_SILENT : ObservedTrouble.Kind.NAME_UNKNOWN;
            case CONNECTION:
                return silent || tries.isEmpty() ? ObservedTrouble.Kind.DROPPED : tries.get(tries.size() - 1).trouble();
            case TUNNEL:
                return tunnelStatus != 0 ? ObservedTrouble.Kind.TUNNEL_REFUSED : spoken(e, silent);
            case TLS:
                return tls(e, silent, witness);
            case ANSWER:
                return Redirects.isRedirect(status) ? redirect(e) : spoken(e, silent);
            default:
                return silent && cut == StallGuard.Cut.OUT_OF_TIME ? ObservedTrouble.Kind.OUT_OF_TIME : spoken(e, silent);
        }
    }

    /** Of a connection that stands. */
    private static ObservedTrouble.Kind spoken(IOException e, boolean silent) {
        if (silent) {
            return ObservedTrouble.Kind.SILENT;
        }
        if (e instanceof NotHttp) {
            return ObservedTrouble.Kind.NOT_HTTP;
        }
        if (e instanceof SSLException) {
            return alert(e);
        }
        return e instanceof EOFException || e instanceof CutShort || e instanceof SocketException
                ? ObservedTrouble.Kind.CUT : ObservedTrouble.Kind.OTHER;
    }

    private static ObservedTrouble.Kind tls(IOException e, boolean silent, ChainWitness witness) {
        if (silent) {
            return ObservedTrouble.Kind.SILENT;
        }
        if (witness != null && witness.refusal() != null) {
            return ObservedTrouble.Kind.CERTIFICATE_REFUSED;
        }
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (t instanceof EOFException || t instanceof SocketException) {
                return ObservedTrouble.Kind.CUT;
            }
        }
        return alert(e);
    }

    /** By the words of Java's own TLS, which has no codes. */
    private static ObservedTrouble.Kind alert(IOException e) {
        StringBuilder all = new StringBuilder();
        for (Throwable t = e; t != null; t = t.getCause()) {
            all.append(t.getMessage()).append('\n');
        }
        String text = all.toString().toLowerCase(Locale.ROOT);
        if (text.contains("unrecognized ssl message") || text.contains("plaintext connection")) {
            return ObservedTrouble.Kind.NOT_TLS;
        }
        if (text.contains("certificate_required") || text.contains("bad_certificate")) {
            return ObservedTrouble.Kind.CLIENT_CERTIFICATE;
        }
        if (text.contains("protocol_version") || text.contains("no appropriate protocol")
                || text.contains("selected protocol version") || text.contains("not supported") || text.contains("protocol is disabled")) {
            return ObservedTrouble.Kind.TLS_VERSION;
        }
        return text.contains("terminated the handshake") || text.contains("reset")
                ? ObservedTrouble.Kind.CUT : ObservedTrouble.Kind.TLS_HANDSHAKE;
    }

    private static ObservedTrouble.Kind redirect(IOException e) {
        String text = String.valueOf(e.getMessage());
        if (text.startsWith(Exchange.TOO_MANY_REDIRECTS)) {
            return ObservedTrouble.Kind.REDIRECT_LOOP;
        }
        return text.contains(Redirects.DOWNGRADE) ? ObservedTrouble.Kind.REDIRECT_DOWNGRADE : ObservedTrouble.Kind.REDIRECT_BAD;
    }
}
