package io.jenkins.plugins.gotoolchain.trust.sumdb;

import io.jenkins.plugins.gotoolchain.failure.UnreachableException;
import io.jenkins.plugins.gotoolchain.transfer.Answer;
import io.jenkins.plugins.gotoolchain.transfer.HttpGet;
import io.jenkins.plugins.gotoolchain.transfer.PrintableUri;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Reads a checksum database through the first module proxy that carries it, else from the database itself
 * (go.dev/design/25530-sumdb#proxying-a-checksum-database). A proxy is asked for {@code sumdb/<name>/supported}: with
 * 200 only this proxy is used, never the database itself; with 404 or 410 the next one is asked; anything else means
 * that the database cannot be reached. An address in GOSUMDB goes before all this.
 */
public final class HttpSumdb implements SumdbReader {

    private final SumdbSettings settings;
    private final List<SumdbProxy> proxies;
    private final HttpGet http;
    private URI base;

    /** @param proxies in their order; may be empty */
    public HttpSumdb(SumdbSettings settings, List<SumdbProxy> proxies, HttpGet http) {
        this.settings = settings;
        this.proxies = List.copyOf(proxies);
        this.http = http;
        this.base = settings.explicitAddress().orElse(null);
    }

    @Override
    public Optional<byte[]> read(String path, int mostBytes) throws UnreachableException, InterruptedException {
        return get(join(base(), path), mostBytes);
    }

    @Override
    public String from() throws UnreachableException, InterruptedException {
        return PrintableUri.of(base());
    }

    private synchronized URI base() throws UnreachableException, InterruptedException {
        if (base == null) {
            base = find();
        }
        return base;
    }

    private URI find() throws UnreachableException, InterruptedException {
        String name = settings.key().name();
        for (SumdbProxy proxy : proxies) {
            try {
                if (get(join(proxy.base(), "sumdb/" + name + "/supported"), 1 << 16).isPresent()) {
                    return join(proxy.base(), "sumdb/" + name);
                }
            } catch (UnreachableException e) {
                if (!proxy.nextOnAnyError()) {
                    throw e;
                }
            }
        }
        return settings.address();
    }

    private Optional<byte[]> get(URI uri, int mostBytes) throws UnreachableException, InterruptedException {
        if ("file".equals(uri.getScheme())) {
            return readFile(uri, mostBytes);
        }
        Answer answer = http.get(uri, null, mostBytes);
        if (answer.isOk()) {
            return Optional.of(answer.body());
        }
        if (answer.isMissing()) {
            return Optional.empty();
        }
        throw new UnreachableException(
                "the checksum database " + settings.key().name() + " cannot be read: " + PrintableUri.of(uri)
                        + " answered with status " + answer.status(),
                "allow " + uri.getHost() + " to be reached from here, or name a module proxy that carries the database");
    }

    private static Optional<byte[]> readFile(URI uri, int mostBytes) throws UnreachableException {
        try {
            Path file = Path.of(uri);
            if (Files.size(file) > mostBytes) {
                throw new IOException("longer than " + mostBytes + " bytes");
            }
            return Optional.of(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            throw new UnreachableException(
                    "the checksum database cannot be read from " + PrintableUri.of(uri) + ": " + e.getMessage(),
                    List.of(),
                    "make the file readable to this user",
                    e);
        }
    }

    /** The query and the user of a proxy's address stay where they are. */
    private static URI join(URI base, String path) {
        String text = base.toString();
        int tail = text.indexOf('?');
        String front = tail < 0 ? text : text.substring(0, tail);
        String query = tail < 0 ? "" : text.substring(tail);
        return URI.create(front + (front.endsWith("/") ? "" : "/") + path + query);
    }
}
