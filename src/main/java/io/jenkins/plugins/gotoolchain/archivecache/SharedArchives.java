package io.jenkins.plugins.gotoolchain.archivecache;

import io.jenkins.plugins.gotoolchain.provision.ProvisionSettings;
import io.jenkins.plugins.gotoolchain.source.SourceSpec;
import io.jenkins.plugins.gotoolchain.transfer.HttpClients;
import io.jenkins.plugins.gotoolchain.transfer.Network;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * A server that several controllers share: it is asked before the sources, and given what it did not have. Any that knows
 * HEAD, GET with ranges, and PUT (WebDAV, a raw repository, S3) will do. What it gives is one more address of a source's archive
 * and is proven as that: it is trusted with nothing. Where it fails it is left alone for a while. Safe for use by several
 * threads.
 */
public final class SharedArchives {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration LOOK = Duration.ofSeconds(10);
    private static final long LEFT_ALONE_NANOS = Duration.ofMinutes(5).toNanos();

    private final SourceSpec server;
    private final URI base;
    private final HttpClients http;
    private final Duration longest;
    private final Consumer<String> told;
    private volatile long failedAt;
    private volatile boolean failed;

    /**
     * @param server its address, with the login for it
     * @param network how it is reached
     * @param told what went wrong, for the log
     */
    public SharedArchives(SourceSpec server, Network network, Consumer<String> told) throws IOException {
        this.server = server;
        this.base = URI.create(server.address());
        this.longest = network.profile().timeouts().total();
        this.told = told;
        this.http = HttpClients.of(
                base, server.logins().isEmpty() ? null : server.logins().get(0).credentials(), network.proxies(),
                network.extraCaPem(), CONNECT, "shared archive cache");
    }

    /** The settings with the login for this server. */
    ProvisionSettings within(ProvisionSettings settings) {
        return settings.loggedInTo(server);
    }

    /** Flat, since not every server makes folders: a digest of what it is, and its name for people. */
    URI address(ArchiveAddress archive, URI original) {
        String path = original.getPath();
        return base.resolve(CacheFolder.name(archive.key()) + "-" + path.substring(path.lastIndexOf('/') + 1));
    }

    /** Whether it says that it has this. False where it does not answer, or is left alone. */
    boolean has(URI address) throws InterruptedException {
        if (isLeftAlone()) {
            return false;
        }
        try {
            HttpRequest request = http.request("HEAD", address, HttpRequest.BodyPublishers.noBody()).timeout(LOOK).build();
            int status = http.client().send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status != 200 && status != 404 && status != 410) {
                throw new IOException("it answered with status " + status);
            }
            return status == 200;
        } catch (IOException e) {
            failed("asked for an archive", e);
            return false;
        }
    }

    /** Gives it a proven file. Nobody waits for it, and what fails is only told. */
    CompletableFuture<Void> put(URI address, Path file) {
        if (isLeftAlone()) {
            return CompletableFuture.completedFuture(null);
        }
        HttpRequest request;
        try {
            request = http.request("PUT", address, HttpRequest.BodyPublishers.ofFile(file)).timeout(longest).build();
        } catch (IOException e) {
            return CompletableFuture.completedFuture(null); // evicted already
        }
        return http.client().sendAsync(request, HttpResponse.BodyHandlers.discarding()).handle((answer, trouble) -> {
            if (trouble != null) {
                failed("given an archive", trouble);
            } else if (answer.statusCode() / 100 != 2) {
                failed("given an archive", new IOException("it answered with status " + answer.statusCode()));
            }
            return null;
        });
    }

    private boolean isLeftAlone() {
        return failed && System.nanoTime() - failedAt < LEFT_ALONE_NANOS;
    }

    private void failed(String when, Throwable why) {
        failedAt = System.nanoTime();
        failed = true;
        told.accept("The shared archive cache at " + base.getHost() + " failed when it was " + when
                + ", and is left alone for five minutes: " + why);
    }
}
