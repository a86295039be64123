package io.jenkins.plugins.gotoolchain.transfer;

import io.jenkins.plugins.gotoolchain.failure.UnreachableException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * A GET on the very road that downloads take, once and with nothing kept from before, which says what it went through.
 * It refuses nothing by its status, and reads no more of the body than was asked for.
 */
public final class ObservedGet {

    private static final int BUFFER = 64 * 1024;

    private final Network network;
    private final Ticker ticker;
    private final Resolver.Names names;

    public ObservedGet(Network network) {
        this(network, Ticker.SYSTEM, InetAddress::getAllByName);
    }

    ObservedGet(Network network, Ticker ticker, Resolver.Names names) {
        this.network = network;
        this.ticker = ticker;
        this.names = names;
    }

    /**
     * @param range what to ask for, such as {@code bytes=0-1023}; null for the whole
     * @param most bytes of the body are read
     * @param keep bytes of those are in the result
     * @param limit for all of it
     * @throws UnreachableException where the address is none of the web
     */
    public Observed get(URI uri, String range, long most, int keep, Duration limit)
            throws UnreachableException, InterruptedException {
        Addresses.check(uri);
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        Observation seen = new Observation(network, ticker, keep);
        Exchange exchange = new Exchange(network, new Resolver(names), seen);
        long deadline = ticker.nanos() + limit.toNanos();
        Duration stall = network.profile().timeouts().stall();
        StallGuard guard = new StallGuard(ticker, stall.compareTo(limit) < 0 ? stall : limit, deadline);
        try (Reply reply = exchange.get(uri, range == null ? Map.of() : Map.of("Range", range), guard)) {
            seen.begin(ObservedStep.BYTES, false);
            InputStream body = reply.body();
            byte[] buffer = new byte[BUFFER];
            while (seen.bytes() < most) {
                int read = body.read(buffer, 0, (int) Math.min(buffer.length, most - seen.bytes()));
                if (read < 0) {
                    break;
                }
                seen.came(buffer, read);
            }
        } catch (IOException e) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            seen.ended(e, guard);
        } finally {
            guard.close();
        }
        return seen.result();
    }
}
