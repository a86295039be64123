package io.jenkins.plugins.gotoolchain.archivecache;

import io.jenkins.plugins.gotoolchain.transfer.Answer;
import io.jenkins.plugins.gotoolchain.transfer.HttpGet;
import io.jenkins.plugins.gotoolchain.transfer.RelayedAnswer;
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Small documents for others, asked for once a minute however many want them: lists, indexes, digests, signatures, the
 * checksum database. What was kept is as good as an answer of that moment, and whoever gets it proves what it proves.
 */
final class RelayedDocuments {

    static final String BODY = "document:";

    private static final int MOST = 32 << 20;
    private static final int AT_ONCE = 64 << 10;
    private static final long FRESH_NANOS = 60_000_000_000L;
    private static final long MISSING_NANOS = 10_000_000_000L;
    private static final long MOST_KEPT = 48L << 20;
    private static final int LATER_MILLIS = 200;

    private record Kept(Answer answer, long at) {}

    private final Flights<Kept> flights = new Flights<>("go-toolchain relayed document", 8, 5000);
    private final LinkedHashMap<String, Kept> kept = new LinkedHashMap<>(64, 0.75f, true);
    private long keptBytes;

    /** @param look whether only its status is wanted */
    RelayedAnswer ask(URI uri, HttpGet http, String etag, boolean look) throws IOException, InterruptedException {
        String key = (look ? "look:" : BODY) + uri;
        Kept known = fresh(key);
        if (known == null) {
            known = flights.ask(key, () -> keep(key, look ? http.look(uri) : http.get(uri, null, MOST)), LATER_MILLIS);
        }
        if (known == null) {
            return RelayedAnswer.later(LATER_MILLIS);
        }
        return answer(key, known.answer(), etag);
    }

    private static RelayedAnswer answer(String key, Answer answer, String etag) {
        Map<String, String> headers = new HashMap<>();
        if (answer.etag() != null) {
            headers.put("ETag", answer.etag());
        }
        if (answer.contentType() != null) {
            headers.put("Content-Type", answer.contentType());
        }
        if (answer.isOk() && etag != null && etag.equals(answer.etag())) {
            return RelayedAnswer.document(304, headers, new byte[0]);
        }
        return answer.body().length <= AT_ONCE
                ? RelayedAnswer.document(answer.status(), headers, answer.body())
                : RelayedAnswer.file(answer.status(), headers, key, 0, answer.body().length);
    }

    /** A part of a document that was too large for its answer. */
    byte[] read(String key, long offset, int most) throws IOException {
        Kept known;
        synchronized (this) {
            known = kept.get(key);
        }
        if (known == null || offset < 0 || offset >= known.answer().body().length) {
            throw new IOException("the document is not kept any more");
        }
        byte[] body = known.answer().body();
        return Arrays.copyOfRange(body, (int) offset, (int) Math.min(body.length, offset + most));
    }

    private synchronized Kept fresh(String key) {
        Kept known = kept.get(key);
        if (known == null) {
            return null;
        }
        long age = System.nanoTime() - known.at();
        return age < (known.answer().isOk() ? FRESH_NANOS : MISSING_NANOS) ? known : null;
    }

    private synchronized Kept keep(String key, Answer answer) {
        Kept now = new Kept(answer, System.nanoTime());
        Kept before = kept.put(key, now);
        keptBytes += answer.body().length - (before == null ? 0 : before.answer().body().length);
        var oldest = kept.entrySet().iterator();
        while (keptBytes > MOST_KEPT && kept.size() > 1) {
            keptBytes -= oldest.next().getValue().answer().body().length;
            oldest.remove();
        }
        return now;
    }

    void close() {
        flights.close();
    }
}
