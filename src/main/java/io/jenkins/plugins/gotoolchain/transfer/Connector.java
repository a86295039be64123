package io.jenkins.plugins.gotoolchain.transfer;

import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** Opens connections: to the host itself or through a proxy, with TLS where the address says https. */
final class Connector {

    private final Network network;
    private final Duration timeout;
    private final Resolver resolver;
    private final Observation observation;
    private final Trace trace;
    private SSLSocketFactory tls;

    Connector(Network network, Resolver resolver) {
        this(network, resolver, null);
    }

    /** @param observation what is told of each step; null for nobody */
    Connector(Network network, Resolver resolver, Observation observation) {
        this.observation = observation;
        this.trace = observation == null ? Trace.NONE : observation;
        this.network = network;
        this.resolver = resolver;
        this.timeout = network.profile().timeouts().connect();
    }

    /** The proxy that plain requests for this address are sent to in whole; null if there is none in between. */
    HttpProxy forwarder(URI uri) {
        return isTls(uri) ? null : network.proxies().proxyFor(uri).orElse(null);
    }

    Wire open(URI uri, StallGuard guard) throws IOException {
        HttpProxy proxy = network.proxies().proxyFor(uri).orElse(null);
        trace.hop(uri, proxy);
        Wire wire = proxy == null
                ? connect(uri.getHost(), port(uri), guard, "")
                : connect(proxy.host(), proxy.port(), guard, "the proxy ");
        try {
            if (proxy != null && proxy.isTls()) {
                wire = secure(wire, proxy.host(), proxy.port(), guard, true);
            }
            if (isTls(uri)) {
                if (proxy != null) {
                    tunnel(wire, uri, proxy, guard);
                }
                wire = secure(wire, uri.getHost(), port(uri), guard, false);
            }
            return wire;
        } catch (IOException e) {
            wire.close();
            throw e;
        }
    }

    private Wire connect(String host, int port, StallGuard guard, String what) throws IOException {
        String name = what + host + ":" + port;
        boolean atProxy = !what.isEmpty();
        trace.begin(ObservedStep.NAME, atProxy);
        InetAddress[] addresses;
        try {
            addresses = resolver.resolve(host, guard);
            trace.resolved(addresses);
        } catch (UnknownHostException e) {
            throw Failed.forNow("the name of " + what + host + " is not known here",
                    "check the name, the DNS of this machine, and whether it needs a proxy (HTTPS_PROXY)", e);
        }
        trace.begin(ObservedStep.CONNECTION, atProxy);
        IOException last = null;
        for (InetAddress address : addresses) {
            SocketChannel channel = SocketChannel.open();
            try {
                guard.watch(channel);
                channel.socket().setTcpNoDelay(true);
                channel.socket().connect(new InetSocketAddress(address, port), Math.toIntExact(timeout.toMillis()));
                guard.alive();
                trace.tried(address, null);
                return new Wire(channel, channel.socket());
            } catch (IOException e) {
                channel.close();
                trace.tried(address, e);
                if (Thread.currentThread().isInterrupted() || guard.cut() != StallGuard.Cut.NOT) {
                    throw e;
                }
                last = e;
            }
        }
        String why = last instanceof SocketTimeoutException
                ? name + " did not accept a connection within " + Words.duration(timeout)
                : last instanceof ConnectException
                        ? name + " refused the connection"
                        : name + " could not be connected to (" + last.getMessage() + ")";
        throw Failed.forNow(why,
                "check that this machine may reach " + name + ", and whether it needs a proxy (HTTPS_PROXY)", last);
    }

    private void tunnel(Wire wire, URI uri, HttpProxy proxy, StallGuard guard) throws IOException {
        trace.begin(ObservedStep.TUNNEL, true);
        String target = uri.getHost() + ":" + port(uri);
        StringBuilder request = new StringBuilder("CONNECT ").append(target).append(" HTTP/1.1\r\nHost: ")
                .append(target).append("\r\n");
        if (proxy.credentials() != null) {
            request.append("Proxy-Authorization: ").append(proxy.credentials().basic()).append("\r\n");
        }
        wire.out().write(request.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        wire.out().flush();
        StatusLine status = StatusLine.read(wire.in());
        Headers headers = Headers.read(wire.in());
        trace.tunnel(status, headers);
        guard.alive();
        if (status.code() / 100 != 2) {
            throw Statuses.ofProxy(status, headers, proxy, target);
        }
    }

    private Wire secure(Wire wire, String host, int port, StallGuard guard, boolean atProxy) throws IOException {
        trace.begin(ObservedStep.TLS, atProxy);
        SSLSocket socket = (SSLSocket) tls().createSocket(wire.socket(), unbracket(host), port, true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        try {
            socket.startHandshake();
        } catch (SSLException e) {
            if (Thread.currentThread().isInterrupted() || guard.cut() != StallGuard.Cut.NOT) {
                throw e;
            }
            throw TlsFailures.explain(e, host + ":" + port);
        }
        guard.alive();
        trace.secured(socket.getSession());
        return new Wire(wire.channel(), socket);
    }

    private synchronized SSLSocketFactory tls() throws IOException {
        if (tls == null || observation != null) {
            try {
                tls = TlsTrust.sockets(network.extraCaPem(), observation == null ? null : observation.witness());
            } catch (ConfigurationException e) {
                throw Failed.forGood(e.problem(), e.advice(), e);
            }
        }
        return tls;
    }

    static boolean isTls(URI uri) {
        return "https".equalsIgnoreCase(uri.getScheme());
    }

    static int port(URI uri) {
        return uri.getPort() >= 0 ? uri.getPort() : isTls(uri) ? 443 : 80;
    }

    private static String unbracket(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }
}
