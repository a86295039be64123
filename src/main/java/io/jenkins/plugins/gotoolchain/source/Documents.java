package io.jenkins.plugins.gotoolchain.source;

import io.jenkins.plugins.gotoolchain.failure.UnreachableException;
import io.jenkins.plugins.gotoolchain.transfer.Answer;
import io.jenkins.plugins.gotoolchain.transfer.HttpGet;
import io.jenkins.plugins.gotoolchain.transfer.PrintableUri;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Small documents of a source: from a server, with or without what was kept of earlier answers, or from a folder. */
final class Documents {

    /** So long nobody asks again: twenty processes started together ask once or twice. */
    static final Duration FRESH = Duration.ofMinutes(5);

    private final HttpGet http;
    private final IndexCache cache;
    private final Consumer<String> notices;
    private final Map<String, UnreachableException> failed;
    private final boolean hasty;

    Documents(HttpGet http, IndexCache cache, Consumer<String> notices) {
        this(http, cache, notices, new ConcurrentHashMap<>(), false);
    }

    private Documents(HttpGet http, IndexCache cache, Consumer<String> notices, Map<String, UnreachableException> failed, boolean hasty) {
        this.http = http;
        this.cache = cache;
        this.notices = notices;
        this.failed = failed;
        this.hasty = hasty;
    }

    /**
     * The same for what is good to know and no more: asked with another patience, and a host that has failed once since
     * this was opened is not waited for again.
     */
    Documents hasty(HttpGet impatient) {
        return new Documents(impatient, cache, notices, failed, true);
    }

    /** Asks, every time. @throws UnreachableException where there is no answer of 200, 403, 404 or 410 */
    Answer ask(URI uri, long maxBytes) throws UnreachableException, InterruptedException {
        return "file".equals(uri.getScheme()) ? read(uri, maxBytes) : http.get(uri, null, maxBytes);
    }

    /** Whether something is there, without fetching it: 200, 403, 404 or 410. @throws UnreachableException where there is no such answer */
    int statusOf(URI uri) throws UnreachableException, InterruptedException {
        return http.look(uri).status();
    }

    /**
     * What is kept of it, if not older than {@code fresh}; else what the server says now, kept for the next time; else,
     * where it does not answer, what is kept, however old, with a notice.
     *
     * @throws UnreachableException where it does not answer, or refuses to, and nothing is kept
     */
    Answer askOrRemember(URI uri, long maxBytes, Duration fresh) throws UnreachableException, InterruptedException {
        if ("file".equals(uri.getScheme())) {
            return read(uri, maxBytes);
        }
        StoredAnswer kept = cache.find(uri);
        if (kept != null && cache.age(kept).compareTo(fresh) <= 0) {
            return answer(kept, uri);
        }
        String etag = kept != null && kept.status() == 200 ? kept.etag() : null;
        UnreachableException failure = hasty ? failed.get(uri.getRawAuthority()) : null;
        try {
            if (failure != null) {
                throw new UnreachableException(uri.getHost() + " is not asked again: " + failure.problem(), failure.tried(), failure.advice(), failure);
            }
            Answer answer = http.get(uri, etag, maxBytes);
            if (answer.status() == 304 && etag != null) {
                cache.keep(kept.confirmed(cache.now()));
                return answer(kept, uri);
            }
            if (answer.isOk() || answer.isMissing()) {
                cache.keep(new StoredAnswer(uri.toString(), answer.status(), answer.etag(), cache.now(), answer.body()));
            }
            return answer;
        } catch (UnreachableException e) {
            failure = e;
            failed.putIfAbsent(uri.getRawAuthority(), e);
        }
        if (kept == null || kept.status() != 200) {
            throw failure;
        }
        notices.accept(PrintableUri.of(uri) + " does not answer; what it said " + ago(cache.age(kept)) + " ago is used.");
        return answer(kept, uri);
    }

    private static Answer answer(StoredAnswer kept, URI uri) {
        return new Answer(kept.status(), kept.body(), kept.etag(), null, uri);
    }

    private static Answer read(URI uri, long maxBytes) throws UnreachableException {
        Path file = Path.of(uri);
        try (InputStream in = Files.newInputStream(file)) {
            byte[] body = in.readNBytes((int) Math.min(maxBytes + 1, Integer.MAX_VALUE - 8));
            if (body.length > maxBytes) {
                throw new UnreachableException(file + " is bigger than " + maxBytes + " bytes", "see whether it is what its name says");
            }
            return new Answer(200, body, null, null, uri);
        } catch (NoSuchFileException e) {
            return new Answer(404, new byte[0], null, null, uri);
        } catch (UnreachableException e) {
            throw e;
        } catch (IOException e) {
            throw new UnreachableException(file + " cannot be read: " + e.getMessage(), "see to its permissions");
        }
    }

    private static String ago(Duration age) {
        if (age.toDays() > 36000) {
            return "at a time that this clock has not reached, long";
        }
        if (age.toDays() >= 2) {
            return age.toDays() + " days";
        }
        if (age.toHours() >= 2) {
            return age.toHours() + " hours";
        }
        return Math.max(1, age.toMinutes()) + (age.toMinutes() <= 1 ? " minute" : " minutes");
    }
}
