package io.jenkins.plugins.gotoolchain.transfer;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A user and a secret for HTTP Basic authentication (RFC 7617). Never printed. */
public record Credentials(String user, String secret) implements Serializable {

    /** The value of an {@code Authorization} or {@code Proxy-Authorization} header. */
    public String basic() {
        byte[] pair = (user + ":" + secret).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    @Override
    public String toString() {
        return "Credentials[" + user + ", secret not shown]";
    }
}
