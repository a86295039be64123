package io.jenkins.plugins.gotoolchain.transfer;

import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * A small document, or the word of a server that it has none.
 *
 * @param status 200, 304, 403, 404 or 410
 * @param body empty unless the status is 200
 * @param etag as sent, for the next request; null if there was none
 * @param contentType as sent; null if there was none
 * @param from where it came from, after redirects
 */
public record Answer(int status, byte[] body, String etag, String contentType, URI from) {

    public boolean isOk() {
        return status == 200;
    }

    /** Whether the server said that it has no such thing, as the go command understands it: 404 or 410. */
    public boolean isMissing() {
        return status == 404 || status == 410;
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
