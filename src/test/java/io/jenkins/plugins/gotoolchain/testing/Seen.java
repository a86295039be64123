package io.jenkins.plugins.gotoolchain.testing;

import java.util.Map;

/** A request as it came in. Names of headers are in lower case. */
public record Seen(String method, String target, Map<String, String> headers) {

    public String header(String name) {
        return headers.get(name.toLowerCase(java.util.Locale.ROOT));
    }
}
