package io.jenkins.plugins.gotoolchain.transfer;

import io.jenkins.plugins.gotoolchain.failure.ToolchainException;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;

/**
 * What a relay says to a request.
 *
 * @param kind what of the rest counts
 * @param status of HTTP
 * @param headers of the answer
 * @param body names what {@link Relay#read} gives; null where it is all in {@code bytes}
 * @param from the first byte of the body, as an offset in the whole file
 * @param size of the whole file, in bytes
 * @param bytes a small body
 * @param failure why there is no answer
 * @param waitMillis when to ask again
 */
public record RelayedAnswer(
        Kind kind,
        int status,
        Map<String, String> headers,
        String body,
        long from,
        long size,
        byte[] bytes,
        ToolchainException failure,
        int waitMillis)
        implements Serializable {

    private static final long serialVersionUID = 1L;

    /** The kinds of answer. */
    public enum Kind {
        /** As a server would. */
        ANSWERED,
        /** It is being fetched: ask again. */
        LATER,
        /** It cannot be had, and asking again does not help now. */
        FAILED,
        /** The relay does not do this: whoever asks goes the own way. */
        NOT_HERE
    }

    public RelayedAnswer {
        headers = new HashMap<>(headers);
    }

    /** All of a small document, or of an error. */
    public static RelayedAnswer document(int status, Map<String, String> headers, byte[] bytes) {
        return new RelayedAnswer(Kind.ANSWERED, status, headers, null, 0, bytes.length, bytes, null, 0);
    }

    /** A file, from an offset to its end. */
    public static RelayedAnswer file(int status, Map<String, String> headers, String body, long from, long size) {
        return new RelayedAnswer(Kind.ANSWERED, status, headers, body, from, size, null, null, 0);
    }

    /** @param waitMillis before it is asked for again */
    public static RelayedAnswer later(int waitMillis) {
        return new RelayedAnswer(Kind.LATER, 0, Map.of(), null, 0, -1, null, null, waitMillis);
    }

    public static RelayedAnswer failed(ToolchainException failure) {
        return new RelayedAnswer(Kind.FAILED, 0, Map.of(), null, 0, -1, null, failure, 0);
    }

    public static RelayedAnswer notHere() {
        return new RelayedAnswer(Kind.NOT_HERE, 0, Map.of(), null, 0, -1, null, null, 0);
    }
}
