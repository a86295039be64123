package io.jenkins.plugins.gotoolchain.transfer;

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
    private final BodyPace pace;
    private final byte[] buffer = new byte[BUFFER];
    private long fetched;
    private boolean sawEnd;

    Attempt(Exchange exchange, DownloadRequest request, PartialFile partial, TransferProgress progress, Ticker ticker,
            BodyPace pace) {
        this.exchange = exchange;
        this.request = request;
        this.partial = partial;
        this.progress = progress;
        this.ticker = ticker;
        this.pace = pace;
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
        ReplyCheck check = new ReplyCheck(request, reply);
        check.coding();
        long size = reply.length() >= 0 ? reply.length() : request.expectedSize();
        check.size(size);
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
        ReplyCheck check = new ReplyCheck(request, reply);
        check.coding();
        check.size(total);
        boolean proven = same && state.validator() != null;
        partial.continueAt(offset, same
                ? state.continued(request, total, proven) : PartialState.of(request, reply, total, true));
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
                    throw new ReplyCheck(request, reply).tooLarge();
                }
                partial.forget();
                throw Failed.forNow("more bytes came than the " + Words.bytes(total) + " that were announced",
                        "check what stands between here and " + host(reply), (Throwable) null);
            }
            partial.append(buffer, read);
            progress.advanced(partial.length());
            pace.spend(read);
        }
        if (total >= 0 && partial.length() < total) {
            throw new CutShort("the answer ended after " + partial.length() + " of " + total + " bytes");
        }
        sawEnd = total >= 0 || reply.hasEnd();
    }

    private static String host(Reply reply) {
        return reply.from().getHost();
    }
}
