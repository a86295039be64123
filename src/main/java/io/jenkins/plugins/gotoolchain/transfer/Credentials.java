package io.jenkins.plugins.gotoolchain.transfer;

import java.io.Serializable;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;

/**
 * A user and a secret: for HTTP Basic authentication (RFC 7617), or an access key and its secret key for a server that
 * speaks S3, which get a signature instead of being sent. Never printed.
 *
 * @param region of S3; null for Basic authentication
 */
public record Credentials(String user, String secret, String region) implements Serializable {

    /** For Basic authentication. */
    public Credentials(String user, String secret) {
        this(user, secret, null);
    }

    /** The same as a key of S3. @param name of the region; null for Basic authentication after all */
    public Credentials inRegion(String name) {
        return new Credentials(user, secret, name);
    }

    /** The value of a {@code Proxy-Authorization} header, or of an {@code Authorization} header where there is no region. */
    public String basic() {
        byte[] pair = (user + ":" + secret).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    /** What a request that is sent now says of them. */
    Map<String, String> headers(String method, URI uri) {
        return region == null
                ? Map.of("Authorization", basic())
                : new S3Signature(this, Instant.now()).headers(method, uri, Map.of());
    }

    @Override
    public String toString() {
        return "Credentials[" + user + ", secret not shown]";
    }
}
