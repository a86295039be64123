package io.jenkins.plugins.gotoolchain.transfer;

import io.jenkins.plugins.gotoolchain.failure.UnreachableException;
import java.net.URI;

/** Fetches small documents, with retries. Safe for use by several threads. */
public final class HttpGet {

    public HttpGet(Network network) {
        this(network, Ticker.SYSTEM);
    }

    public HttpGet(Network network, Ticker ticker) {
    }

    /**
     * @param etag of the document that is here already, as {@link Answer#etag} gave it; null for none
     * @param maxBytes the most that is taken
     * @return the answer, if it is 200, 304, 403, 404 or 410
     * @throws UnreachableException if there is no such answer, after all retries
     */
    public Answer get(URI uri, String etag, long maxBytes) throws UnreachableException, InterruptedException {
        throw new UnreachableException("not yet", "");
    }
}
