package io.jenkins.plugins.gotoolchain.transfer;

import io.jenkins.plugins.gotoolchain.failure.ToolchainException;
import io.jenkins.plugins.gotoolchain.failure.UnreachableException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Fetches small documents, with retries. Safe for use by several threads. */
public final class HttpGet {


    private final Network network;
    private final Exchange exchange;
    private final Ticker ticker;
    private final Random random;

    public HttpGet(Network network) {
        this(network, Ticker.SYSTEM, new Random());
    }

    public HttpGet(Network network, Ticker ticker, Random random) {
        this.network = network;
        this.exchange = new Exchange(network, new IdleWires(ticker));
        this.ticker = ticker;
        this.random = random;
    }

    /**
     * @param etag of the document that is here already, as {@link Answer#etag} gave it; null for none
     * @param maxBytes the most that is taken
     * @return the answer, if it is 200, 304, 403, 404 or 410
     * @throws UnreachableException if there is no such answer, after all retries
     */
    public Answer get(URI uri, String etag, long maxBytes) throws UnreachableException, InterruptedException {
        Map<String, String> headers = etag == null ? Map.of() : Map.of("If-None-Match", etag);
        return answer(uri, headers, reply -> body(reply, maxBytes));
    }

    /**
     * Asks whether there is such a file, without fetching it: for its first byte, since some servers answer HEAD
     * otherwise than GET, or not at all.
     *
     * @return the answer, without a body: 200 if there is one, else 403, 404 or 410
     * @throws UnreachableException if there is no such answer, after all retries
     */
    public Answer look(URI uri) throws UnreachableException, InterruptedException {
        return answer(uri, Map.of("Range", "bytes=0-0"), reply -> new byte[0]);
    }

    /** What is taken of an answer that is good. */
    private interface Body {
        byte[] of(Reply reply) throws IOException;
    }

    private Answer answer(URI uri, Map<String, String> headers, Body body)
            throws UnreachableException, InterruptedException {
        Addresses.check(uri);
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        long deadline = ticker.nanos() + network.profile().timeouts().total().toNanos();
        Backoff backoff = new Backoff(network.profile().timeouts().retries(), random);
        List<String> tried = new ArrayList<>();
        for (int attempt = 1; ; attempt++) {
            Failed failed;
            StallGuard guard = new StallGuard(ticker, network.profile().timeouts().stall(), deadline);
            try {
                return once(uri, headers, body, guard);
            } catch (ToolchainException e) { // a relay has tried what can be tried
                throw e instanceof UnreachableException known ? known
                        : new UnreachableException(e.problem(), e.tried(), e.advice(), e);
            } catch (IOException e) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                failed = Exchange.explain(e, guard, network);
            } finally {
                guard.close();
            }
            tried.add("attempt " + attempt + ", " + PrintableUri.of(uri) + ": " + failed.getMessage());
            Duration wait = failed.again() ? backoff.next(failed.retryAfter()) : null;
            if (wait == null || ticker.nanos() + wait.toNanos() - deadline >= 0) {
                throw new UnreachableException(
                        PrintableUri.of(uri) + " could not be fetched: " + failed.getMessage() + ".",
                        tried, failed.advice(), failed);
            }
            ticker.sleep(wait);
        }
    }

    private Answer once(URI uri, Map<String, String> headers, Body body, StallGuard guard) throws IOException {
        try (Reply reply = exchange.get(uri, headers, guard)) {
            Headers fields = reply.headers();
            int status = reply.status().code();
            switch (status) {
                case 200:
                case 206:
                case 416: // of an empty file, its first byte
                    if (status != 200 && !headers.containsKey("Range")) {
                        break;
                    }
                    return new Answer(
                            200, body.of(reply), fields.first("ETag"), fields.first("Content-Type"), reply.from());
                case 304:
                case 403:
                case 404:
                case 410:
                    return new Answer(
                            status, new byte[0], fields.first("ETag"), fields.first("Content-Type"), reply.from());
                default:
                    break;
            }
            throw Statuses.of(reply.status(), fields, reply.from().getHost(), ticker.epochMillis());
        }
    }

    private static byte[] body(Reply reply, long maxBytes) throws IOException {
        String coding = reply.headers().first("Content-Encoding");
        if (coding != null && !coding.isEmpty() && !coding.equalsIgnoreCase("identity")) {
            throw Failed.forGood("the answer is packed (Content-Encoding: " + Words.printable(coding)
                    + "), though this was not asked for", "switch that off in what stands on the way", null);
        }
        InputStream in = reply.body();
        int most = (int) Math.min(maxBytes, Integer.MAX_VALUE - 16);
        byte[] body = in.readNBytes(most);
        if (reply.length() > maxBytes || body.length == most && in.read() >= 0) {
            throw Failed.forGood("the document is larger than " + Words.bytes(maxBytes),
                    "check the address and what answers there", null);
        }
        return body;
    }
}
