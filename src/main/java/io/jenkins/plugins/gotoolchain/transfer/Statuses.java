package io.jenkins.plugins.gotoolchain.transfer;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

/** What a status means for the one who waits: try again or not, and what a person can do (RFC 9110 §15). */
final class Statuses {

    private Statuses() {}

    /** @param host printable */
    static Failed of(StatusLine status, Headers headers, String host, long nowMillis) {
        String why = host + " answered " + status;
        switch (status.code()) {
            case 401:
                return Failed.forGood(why, "give credentials for " + host + ", or correct them", null);
            case 403:
                return Failed.forGood(why, "check that " + host
                        + " may be used from here and holds this file: some mirrors answer 403 for what they lack", null);
            case 404:
            case 410:
                return Failed.forGood(why, "check the address: " + host + " has no such file", null);
            case 407:
                return Failed.forGood("the proxy on the way to " + host + " wants credentials (407)", PROXY_ADVICE, null);
            case 408:
            case 425:
            case 429:
                return Failed.forNow(why, "wait, or use another source: " + host + " limits how much is fetched",
                        retryAfter(headers, nowMillis));
            default:
                if (status.code() >= 500) {
                    return Failed.forNow(why, "wait, or use another source: " + host + " has a fault of its own",
                            retryAfter(headers, nowMillis));
                }
                return Failed.forGood(why, "check the address and what stands between here and " + host, null);
        }
    }

    private static final String PROXY_ADVICE =
            "give user and secret of the proxy (HTTPS_PROXY=http://user:secret@host:port), or correct them";

    /** The answer of a proxy that was asked for a tunnel. */
    static Failed ofProxy(StatusLine status, Headers headers, HttpProxy proxy, String target) {
        String why = "the proxy " + proxy + " refused a tunnel to " + target + " (" + status + ")";
        if (status.code() == 407) {
            return Failed.forGood(why, PROXY_ADVICE, null);
        }
        if (status.code() >= 500 || status.code() == 429) {
            return Failed.forNow(why, "check that the proxy can reach " + target, retryAfter(headers, 0));
        }
        return Failed.forGood(why, "check that the proxy allows " + target + ", or name it in NO_PROXY", null);
    }

    /** Seconds or a date (RFC 9110 §10.2.3); null if there is none that can be read. */
    static Duration retryAfter(Headers headers, long nowMillis) {
        String text = headers.first("Retry-After");
        if (text == null) {
            return null;
        }
        try {
            return Duration.ofSeconds(Math.max(0, Long.parseLong(text)));
        } catch (NumberFormatException e) {
            Instant at = date(text);
            return at == null || nowMillis == 0 ? null
                    : Duration.ofMillis(Math.max(0, at.toEpochMilli() - nowMillis));
        }
    }

    /** An HTTP date; null if it is none. */
    static Instant date(String text) {
        try {
            return Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text));
        } catch (DateTimeException e) {
            return null;
        }
    }
}
