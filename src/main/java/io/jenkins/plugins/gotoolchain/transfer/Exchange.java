package io.jenkins.plugins.gotoolchain.transfer;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * One GET: a request out, the header of the answer in. Repeats itself only where a connection that was kept turns out
 * to be closed; follows redirects with care.
 */
final class Exchange {

    /** As many as Go's own client follows. */
    private static final int MOST_REDIRECTS = 10;
    static final String TOO_MANY_REDIRECTS = "more than " + MOST_REDIRECTS + " redirects";

    private final Connector connector;
    private final Authorizations authorizations;
    private final IdleWires idle;
    private final Trace trace;
    private final RelayedExchange relayed;

    Exchange(Network network) {
        this(network, null);
    }

    /** @param idle where connections are kept for the next request; null to close each one */
    Exchange(Network network, IdleWires idle) {
        this(network, idle, new Resolver(InetAddress::getAllByName));
    }

    Exchange(Network network, IdleWires idle, Resolver resolver) {
        this(network, idle, new Connector(network, resolver), Trace.NONE);
    }

    /** Keeps no connection, and says what it goes through. */
    Exchange(Network network, Resolver resolver, Observation observation) {
        this(network, null, new Connector(network, resolver, observation), observation);
    }

    private Exchange(Network network, IdleWires idle, Connector connector, Trace trace) {
        this.idle = idle;
        this.connector = connector;
        this.authorizations = new Authorizations(network.credentials());
        this.trace = trace;
        this.relayed = network.relay() == null ? null : new RelayedExchange(network.relay(), Ticker.SYSTEM);
    }

    /** Sends the request, and again to where the answers point, until one does not. */
    Reply get(URI first, Map<String, String> headers, StallGuard guard) throws IOException {
        URI uri = URI.create(first.toASCIIString());
        if (relayed != null) {
            Reply reply = relayed.get(uri, headers, guard);
            if (reply != null) {
                return reply;
            }
        }
        for (int hops = 0; hops <= MOST_REDIRECTS; hops++) {
            Reply reply = once(first, uri, headers, guard);
            String location = Redirects.isRedirect(reply.status().code()) ? reply.headers().first("Location") : null;
            if (location == null) {
                return reply;
            }
            reply.close();
            uri = Redirects.follow(uri, location);
        }
        throw Failed.forGood(TOO_MANY_REDIRECTS + ", the last one to " + PrintableUri.of(uri),
                "check the address: its host sends requests in a circle", null);
    }

    private Reply once(URI first, URI uri, Map<String, String> headers, StallGuard guard) throws IOException {
        if (idle == null) {
            return talk(connector.open(uri, guard), first, uri, headers, guard);
        }
        String origin = Authorizations.origin(uri);
        Wire used = idle.take(origin, guard);
        if (used != null) {
            try {
                return talk(used, first, uri, headers, guard).keepFor(idle, origin);
            } catch (IOException e) {
                // the server may have hung up meanwhile: that is no failure of this request
                if (Thread.currentThread().isInterrupted() || guard.cut() != StallGuard.Cut.NOT) {
                    throw e;
                }
            }
        }
        return talk(connector.open(uri, guard), first, uri, headers, guard).keepFor(idle, origin);
    }

    private Reply talk(Wire wire, URI first, URI uri, Map<String, String> headers, StallGuard guard)
            throws IOException {
        trace.begin(ObservedStep.ANSWER, false);
        try {
            wire.out().write(request(first, uri, headers).getBytes(StandardCharsets.ISO_8859_1));
            wire.out().flush();
            Reply reply = Reply.read(uri, wire, guard);
            trace.answered(reply);
            return reply;
        } catch (IOException e) {
            wire.close();
            throw e;
        }
    }

    private String request(URI first, URI uri, Map<String, String> headers) {
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String target = uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
        String host = uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort());
        HttpProxy proxy = connector.forwarder(uri);
        StringBuilder text = new StringBuilder("GET ")
                .append(proxy == null ? target : "http://" + host + target)
                .append(" HTTP/1.1\r\nHost: ").append(host)
                .append("\r\nUser-Agent: go-toolchain\r\nAccept: */*\r\nAccept-Encoding: identity\r\n");
        if (idle == null) {
            text.append("Connection: close\r\n");
        }
        if (proxy != null && proxy.credentials() != null) {
            text.append("Proxy-Authorization: ").append(proxy.credentials().basic()).append("\r\n");
        }
        Credentials pair = authorizations.of(first, uri);
        if (pair != null) {
            pair.headers("GET", uri).forEach((name, value) -> text.append(name).append(": ").append(value).append("\r\n"));
        }
        for (Map.Entry<String, String> header : headers.entrySet()) {
            text.append(header.getKey()).append(": ").append(header.getValue()).append("\r\n");
        }
        return text.append("\r\n").toString();
    }

    /** Puts what broke an exchange into words. */
    static Failed explain(IOException e, StallGuard guard, Network network) {
        if (guard.cut() == StallGuard.Cut.STALLED) {
            return Failed.forNow("not a byte came for " + Words.duration(network.profile().timeouts().stall()),
                    "check the line and what stands in it; a slower profile waits longer", e);
        }
        if (guard.cut() == StallGuard.Cut.OUT_OF_TIME) {
            return Failed.forGood("it took longer than " + Words.duration(network.profile().timeouts().total()),
                    "run it again: what came is kept; or use a nearer source", e);
        }
        if (e instanceof Failed) {
            return (Failed) e;
        }
        if (e instanceof CutShort) {
            return Failed.forNow(e.getMessage(), "check what stands in the line: it ends connections early", e);
        }
        if (e instanceof NotHttp) {
            return Failed.forNow(e.getMessage(), "check the address and what stands in the line", e);
        }
        if (e instanceof EOFException) {
            return Failed.forNow("the connection was closed before the whole answer came",
                    "check the line and the server's own log", e);
        }
        String reason = e instanceof SocketException ? "the connection broke" : "the connection failed";
        return Failed.forNow(reason + " (" + Words.printable(String.valueOf(e.getMessage())) + ")",
                "check the line and what stands in it", e);
    }
}
