package io.jenkins.plugins.gotoolchain.transfer;

import io.jenkins.plugins.gotoolchain.failure.VerificationException;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;

/** One request for what is missing of a partial, and the reading of its answer. */
final class Attempt {

    private static final int BUFFER = 256 * 1024;

    private final Exchange exchange;
    private final DownloadRequest request;
    private final PartialFile partial;
    private final TransferProgress progress;
    private final Ticker ticker;
    private final byte[] buffer = new byte[BUFFER];
    private long fetched;
    private boolean sawEnd;

    Attempt(Exchange exchange, DownloadRequest request, PartialFile partial, TransferProgress progress, Ticker ticker) {
        this.exchange = exchange;
        this.request = request;
        this.partial = partial;
        this.progress = progress;
        this.ticker = ticker;
    }

    /** Bytes of bodies that crossed the wire in all runs. */
    long fetched() {
        return fetched;
    }

    /** Whether the last run's answer had an end that can be told from a broken connection. */
    boolean sawEnd() {
        return sawEnd;
    }

    /** Returns when the whole file is here. Whatever it throws, the partial holds what came. */
    void run(StallGuard guard) throws IOException {
        long offset = offset();
        try (Reply reply = exchange.get(request.uri(), headers(offset), guard)) {
            switch (reply.status().code()) {
                case 200:
                    whole(reply);
                    break;
                case 206:
                    rest(reply, offset);
                    break;
                case 416:
                    nothingThere(reply, offset);
                    break;
                default:
                    throw Statuses.of(reply.status(), reply.headers(), host(reply), ticker.epochMillis());
            }
        }
    }

    /** From where to ask: one byte before the end of what is whole, so that the server says if it is still the same. */
    private long offset() {
        PartialState state = partial.state();
        if (state == null || !state.fits(request)) {
            return 0;
        }
        return state.size() >= 0 ? Math.max(0, Math.min(partial.length(), state.size() - 1)) : partial.length();
    }

    private Map<String, String> headers(long offset) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Cache-Control", "no-transform");
        if (offset > 0) {
            headers.put("Range", "bytes=" + offset + "-");
            PartialState state = partial.state();
            if (state.isFrom(request) && state.validator() != null) {
                headers.put("If-Range", state.validator());
            }
        }
        return headers;
    }

    private void whole(Reply reply) throws IOException {
        InputStream body = LoginPage.refuse(reply);
        refuseCoding(reply);
        long size = reply.length() >= 0 ? reply.length() : request.expectedSize();
        checkSize(size, reply);
        partial.startAnew(PartialState.of(request, reply, size, false));
        copy(reply, body, size);
    }

    private void rest(Reply reply, long offset) throws IOException {
        ContentRange range = ContentRange.parse(reply.headers().first("Content-Range"));
        PartialState state = partial.state();
        if (offset == 0 || range == null || range.first() != offset) {
            partial.forget();
            throw Failed.forNow(host(reply) + " answered with another part of the file than the one asked for",
                    "check what stands between here and " + host(reply) + ": it mixes up ranges", (Throwable) null);
        }
        boolean same = state.isFrom(request);
        long total = range.total() >= 0 ? range.total() : state.size();
        if (state.size() >= 0 && total != state.size() || same && state.differs(reply.headers())) {
            partial.forget();
            throw Failed.forNow("the file at " + host(reply) + " is not the one that was begun",
                    "check whether the file is being replaced there", (Throwable) null);
        }
        refuseCoding(reply);
        checkSize(total, reply);
        boolean proven = same && state.validator() != null;
        partial.continueAt(offset, PartialState.of(request, reply, total, state.mixed() || !proven));
        copy(reply, reply.body(), total);
    }

    /** 416: what is here is the whole file whose size nobody knew, or the file has become shorter. */
    private void nothingThere(Reply reply, long offset) throws IOException {
        ContentRange range = ContentRange.parse(reply.headers().first("Content-Range"));
        PartialState state = partial.state();
        if (offset > 0 && state.size() < 0 && range != null && range.total() == offset
                && !(state.isFrom(request) && state.differs(reply.headers()))) {
            partial.continueAt(offset, state);
            sawEnd = true;
            return;
        }
        partial.forget();
        throw Failed.forNow(host(reply) + " has fewer bytes than are here already: the file has changed",
                "check whether the file is being replaced there", (Throwable) null);
    }

    private void copy(Reply reply, InputStream body, long total) throws IOException {
        progress.started(request.key(), partial.length(), total);
        long most = total >= 0 ? total : request.maxSize();
        for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
            fetched += read;
            if (partial.length() + read > most) {
                if (total < 0) {
                    throw tooLarge(reply);
                }
                partial.forget();
                throw Failed.forNow("more bytes came than the " + Words.bytes(total) + " that were announced",
                        "check what stands between here and " + host(reply), (Throwable) null);
            }
            partial.append(buffer, read);
            progress.advanced(partial.length());
        }
        if (total >= 0 && partial.length() < total) {
            throw new CutShort("the answer ended after " + partial.length() + " of " + total + " bytes");
        }
        sawEnd = total >= 0 || reply.hasEnd();
    }

    private void refuseCoding(Reply reply) throws Failed {
        String coding = reply.headers().first("Content-Encoding");
        if (coding == null || coding.isEmpty() || coding.equalsIgnoreCase("identity")) {
            return;
        }
        // some servers call a .tar.gz itself gzip-encoded: with the right length it is the file as it is
        if (reply.length() >= 0 && reply.length() == request.expectedSize()) {
            return;
        }
        throw Failed.forGood("the answer is packed once more on its way (Content-Encoding: "
                        + Words.printable(coding) + "), though this was not asked for",
                "switch that off for this address, in " + host(reply) + " or in a proxy on the way", null);
    }

    private void checkSize(long size, Reply reply) throws VerificationException {
        if (size > request.maxSize()) {
            throw tooLarge(reply);
        }
        if (size >= 0 && request.expectedSize() >= 0 && size != request.expectedSize()) {
            throw new VerificationException(
                    request.key() + " at " + PrintableUri.of(request.uri()) + " has " + Words.bytes(size) + ", not the "
                            + Words.bytes(request.expectedSize()) + " that it should have.",
                    "the file there is another one, or damaged: use another source, or mend that one");
        }
    }

    private VerificationException tooLarge(Reply reply) {
        return new VerificationException(
                request.key() + " at " + PrintableUri.of(request.uri()) + " is larger than the limit of "
                        + Words.bytes(request.maxSize()) + ".",
                "no toolchain is that large: check the address, or what answers for " + host(reply));
    }

    private static String host(Reply reply) {
        return reply.from().getHost();
    }
}
