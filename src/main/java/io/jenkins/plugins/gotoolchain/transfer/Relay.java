package io.jenkins.plugins.gotoolchain.transfer;

import java.io.IOException;
import java.io.Serializable;
import java.util.Map;

/**
 * Makes this process's requests in its place: it has a way out where this one has none, or keeps what others asked for
 * before. Neither call waits for a download: what is not there yet is asked for again. Who receives an answer believes
 * it no more than the address itself. Serializable, because it crosses to another process as a reference.
 */
public interface Relay extends Serializable {

    /**
     * A GET.
     *
     * @param headers of the request; {@code Range}, {@code If-Range} and {@code If-None-Match} are honoured
     * @throws IOException where the other side is gone
     */
    RelayedAnswer ask(String uri, Map<String, String> headers) throws IOException, InterruptedException;

    /**
     * A part of a body that an answer named.
     *
     * @param offset in the whole file, not in the part that was asked for
     * @param most bytes that are wanted
     * @return at least one byte; fewer than wanted where that suits the other side
     * @throws IOException where it is not there any more: ask anew
     */
    byte[] read(String body, long offset, int most) throws IOException, InterruptedException;
}
