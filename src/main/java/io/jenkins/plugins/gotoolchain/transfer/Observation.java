package io.jenkins.plugins.gotoolchain.transfer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.net.ssl.SSLSession;

/** Writes down what one GET goes through. Used by one thread. */
final class Observation implements Trace {

    /** Those that tell something of a server, and hold no secret. */
    private static final List<String> TELLING = List.of(
            "ETag", "Last-Modified", "Accept-Ranges", "Content-Range", "Content-Type", "Content-Encoding", "Content-Length",
            "Server", "Via", "Retry-After", "Date", "X-Squid-Error");
    /** Only their first word: what follows may be a challenge. */
    private static final List<String> SCHEMES = List.of("WWW-Authenticate", "Proxy-Authenticate");

    private final Network network;
    private final Ticker ticker;
    private final int keep;
    private final ByteArrayOutputStream head = new ByteArrayOutputStream();
    private final List<ObservedHop> hops = new ArrayList<>();
    private ObservedStep step = ObservedStep.NAME;
    private boolean atProxy;
    private long bytes;
    private long length = -1;
    private long skew;
    private long answered;
    private long last;
    private long quiet;
    private ObservedTrouble trouble;

    // of the hop that is under way
    private URI uri;
    private HttpProxy proxy;
    private long begun;
    private long stepBegun;
    private List<String> addresses;
    private long nameMillis;
    private List<ObservedAddress> tries;
    private int tunnelStatus;
    private ChainWitness witness;
    private SSLSession session;
    private int status;
    private long answerMillis;
    private Map<String, String> headers;

    Observation(Network network, Ticker ticker, int keep) {
        this.network = network;
        this.ticker = ticker;
        this.keep = keep;
    }

    long bytes() {
        return bytes;
    }

    /** Looks on while a chain is judged. */
    ChainWitness witness() {
        witness = new ChainWitness();
        return witness;
    }

    @Override
    public void hop(URI to, HttpProxy through) {
        closeHop();
        uri = to;
        proxy = through;
        begun = ticker.nanos();
        stepBegun = begun;
        addresses = List.of();
        nameMillis = -1;
        tries = new ArrayList<>();
        tunnelStatus = 0;
        witness = null;
        session = null;
        status = 0;
        answerMillis = -1;
        headers = new LinkedHashMap<>();
        step = ObservedStep.NAME;
        atProxy = through != null;
    }

    private void closeHop() {
        if (uri != null) {
            hops.add(new ObservedHop(PrintableUri.of(uri), uri.getHost(), proxy == null ? null : proxy.toString(),
                    network.proxies().why(uri), new Authorizations(network.credentials()).of(uri, uri) != null, addresses,
                    nameMillis, tries, tunnelStatus, tls(), status, answerMillis, headers));
        }
        uri = null;
    }

    private ObservedTls tls() {
        if (witness == null || witness.chain().isEmpty()) {
            return null;
        }
        X509Certificate anchor = witness.anchor();
        return new ObservedTls(
                session == null ? null : session.getProtocol(),
                session == null ? null : session.getCipherSuite(),
                witness.chain().stream().map(ObservedCertificate::of).toList(),
                session == null || anchor == null ? null : Words.printable(anchor.getSubjectX500Principal().getName()),
                session != null && anchor != null && TlsTrust.isExtra(anchor, network.extraCaPem()),
                witness.refusal());
    }

    @Override
    public void begin(ObservedStep next, boolean ofProxy) {
        step = next;
        atProxy = ofProxy;
        stepBegun = ticker.nanos();
    }

    @Override
    public void resolved(InetAddress[] found) {
        nameMillis = since(stepBegun);
        addresses = new ArrayList<>();
        for (InetAddress address : found) {
            addresses.add(address.getHostAddress());
        }
    }

    @Override
    public void tried(InetAddress address, IOException problem) {
        tries.add(new ObservedAddress(
                address.getHostAddress(), since(stepBegun), problem == null ? null : TroubleKinds.ofConnection(problem)));
        stepBegun = ticker.nanos();
    }

    @Override
    public void tunnel(StatusLine line, Headers fields) {
        tunnelStatus = line.code();
        if (line.code() / 100 != 2) {
            note(fields);
        }
    }

    @Override
    public void secured(SSLSession with) {
        session = with;
    }

    @Override
    public void answered(Reply reply) {
        status = reply.status().code();
        answerMillis = since(begun);
        answered = ticker.nanos();
        last = answered;
        length = reply.length();
        note(reply.headers());
        java.time.Instant date = Statuses.date(String.valueOf(reply.headers().first("Date")));
        skew = date == null ? 0 : ticker.epochMillis() - date.toEpochMilli();
    }

    private void note(Headers fields) {
        for (String name : TELLING) {
            String value = fields.first(name);
            if (value != null) {
                headers.put(name.toLowerCase(Locale.ROOT), Words.printable(value));
            }
        }
        for (String name : SCHEMES) {
            String value = fields.first(name);
            if (value != null) {
                headers.put(name.toLowerCase(Locale.ROOT), Words.printable(value.strip().split("[ ,]", 2)[0]));
            }
        }
    }

    void came(byte[] buffer, int count) {
        last = ticker.nanos();
        bytes += count;
        head.write(buffer, 0, Math.min(count, keep - head.size()));
    }

    void ended(IOException e, StallGuard guard) {
        if (step == ObservedStep.BYTES) {
            quiet = since(last);
        }
        ObservedTrouble.Kind kind = TroubleKinds.of(e, step, guard.cut(), witness, tries, tunnelStatus, status, hops.size());
        trouble = new ObservedTrouble(kind, step, atProxy, Exchange.explain(e, guard, network).getMessage());
    }

    private long since(long then) {
        return (ticker.nanos() - then) / 1_000_000;
    }

    Observed result() {
        closeHop();
        return new Observed(hops, head.toByteArray(), bytes, length, answered == 0 ? 0 : Math.max(0, (last - answered) / 1_000_000),
                quiet, skew, trouble);
    }
}
