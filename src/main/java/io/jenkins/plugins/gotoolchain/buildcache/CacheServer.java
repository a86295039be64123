package io.jenkins.plugins.gotoolchain.buildcache;

import io.jenkins.plugins.gotoolchain.transfer.HttpClients;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Records and bodies on a server that knows GET and PUT, where Bazel's HTTP cache has them: {@code ac/<action>} and
 * {@code cas/<SHA-256 of the body>}. After three failures with no body that came or went well between
 * them it is left alone. Small answers do not count as going well: a server may have them ready and stall at bodies.
 */
final class CacheServer {

    private static final int ENOUGH = 3;
    private static final long MOST_OF_ERROR_PAGE = 64 << 10;

    private final URI base;
    private final HttpClients http;
    private final Patience patience;
    private final Consumer<String> told;
    private final AtomicInteger failures = new AtomicInteger();

    CacheServer(CacheSettings settings, Patience patience, Consumer<String> told) throws IOException {
        this.base = settings.server();
        this.patience = patience;
        this.told = told;
        this.http = HttpClients.of(base, settings.credentials(), settings.proxy(), settings.caPem(), patience.connect(),
                "build cache");
    }

    boolean isLeftAlone() {
        return failures.get() >= ENOUGH;
    }

    /** @return empty where there is none, or none that can be used */
    Optional<CacheRecord> record(String action) throws InterruptedException {
        if (isLeftAlone()) {
            return Optional.empty();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            if (!get("ac/" + action, bytes, CacheRecord.MOST_BYTES + ActionResult.MOST_AROUND)) {
                return Optional.empty();
            }
            CacheRecord record = ActionResult.record(bytes.toByteArray())
                    .flatMap(text -> CacheRecord.parse(action, text))
                    .orElseThrow(() -> new IOException("it gave a record that is none"));
            return Optional.of(record);
        } catch (IOException e) {
            failed(e);
            return Optional.empty();
        }
    }

    /** @return whether the file now has the body of this record, byte for byte */
    boolean body(CacheRecord record, Path file) throws InterruptedException {
        if (isLeftAlone()) {
            return false;
        }
        MessageDigest digest = CacheFolder.sha256();
        try {
            boolean there;
            try (OutputStream out = new DigestOutputStream(Files.newOutputStream(file), digest)) {
                there = get("cas/" + record.sha256(), out, record.size());
            }
            if (!there) {
                return false;
            }
            if (Files.size(file) != record.size() || !HexFormat.of().formatHex(digest.digest()).equals(record.sha256())) {
                throw new IOException("it gave other bytes than the record says");
            }
            failures.set(0);
            return true;
        } catch (IOException e) {
            failed(e);
            return false;
        }
    }

    /** The body first: who sees the record shall find the body. @return whether both are there now */
    boolean put(CacheRecord record, Path body) throws InterruptedException {
        if (isLeftAlone()) {
            return false;
        }
        try {
            put("cas/" + record.sha256(), BodyPublishers.ofFile(body), record.size());
            put("ac/" + record.action(), BodyPublishers.ofByteArray(ActionResult.of(record)), 0);
            failures.set(0);
            return true;
        } catch (IOException e) {
            failed(e);
            return false;
        }
    }

    private boolean get(String path, OutputStream out, long most) throws IOException, InterruptedException {
        HttpResponse<Long> answer = exchange(request("GET", path, BodyPublishers.noBody()), most, info -> info.statusCode() == 200
                ? new CappedBody(out, most) : new CappedBody(OutputStream.nullOutputStream(), MOST_OF_ERROR_PAGE));
        if (answer.statusCode() == 404 || answer.statusCode() == 410) {
            return false;
        }
        if (answer.statusCode() != 200) {
            throw new IOException("it answered with status " + answer.statusCode());
        }
        return true;
    }

    private void put(String path, BodyPublisher body, long size) throws IOException, InterruptedException {
        HttpResponse<Long> answer = exchange(request("PUT", path, body), size,
                info -> new CappedBody(OutputStream.nullOutputStream(), MOST_OF_ERROR_PAGE));
        if (answer.statusCode() / 100 != 2) {
            throw new IOException("it answered a PUT with status " + answer.statusCode());
        }
    }

    /** One clock over all of it: a server that trickles is as bad as one that stalls. */
    private HttpResponse<Long> exchange(HttpRequest request, long bytes, HttpResponse.BodyHandler<Long> handler)
            throws IOException, InterruptedException {
        CompletableFuture<HttpResponse<Long>> answer = http.client().sendAsync(request, handler);
        try {
            return answer.get(patience.forBytes(bytes).toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new IOException("it stalls, or is too slow", e);
        } catch (ExecutionException e) {
            throw new IOException(String.valueOf(e.getCause()), e.getCause());
        } finally {
            answer.cancel(true);
        }
    }

    private HttpRequest request(String method, String path, BodyPublisher body) {
        return http.request(method, base.resolve(path), body).build();
    }

    private void failed(IOException why) {
        if (failures.incrementAndGet() == ENOUGH) {
            told.accept("the server " + base.getHost() + " of the build cache failed " + ENOUGH
                    + " times in a row and is left alone from here on: " + why.getMessage());
        }
    }
}
