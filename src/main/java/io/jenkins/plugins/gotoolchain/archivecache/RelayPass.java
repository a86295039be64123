package io.jenkins.plugins.gotoolchain.archivecache;

import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;
import io.jenkins.plugins.gotoolchain.failure.UnreachableException;
import io.jenkins.plugins.gotoolchain.provision.ArchiveRoad;
import io.jenkins.plugins.gotoolchain.provision.ProvisionListener;
import io.jenkins.plugins.gotoolchain.provision.ProvisionRequest;
import io.jenkins.plugins.gotoolchain.provision.ProvisionSettings;
import io.jenkins.plugins.gotoolchain.release.Platform;
import io.jenkins.plugins.gotoolchain.source.Sources;
import io.jenkins.plugins.gotoolchain.store.Pace;
import io.jenkins.plugins.gotoolchain.transfer.HttpGet;
import io.jenkins.plugins.gotoolchain.transfer.RelayedAnswer;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What one node may ask for, for one build: one version, from the sources that are configured, and the documents that
 * prove it. Each question for a toolchain makes one, and most are never used: nothing is worked out before it is.
 */
public final class RelayPass {

    /** The request for a platform, with what is pinned for it. */
    @FunctionalInterface
    public interface Request {

        /** @throws io.jenkins.plugins.gotoolchain.failure.ToolchainException where there is nothing to be had for it */
        ProvisionRequest on(Platform platform) throws IOException;
    }

    /** What is told whom the pass is for. */
    public interface Told extends ProvisionListener {

        /** The archive is being fetched, and the node waits. Called again and again. */
        default void waiting() {}
    }

    private final ArchiveRelay relay;
    private final ProvisionSettings settings;
    private final GoVersion version;
    private final Request request;
    private final Supplier<String> pins;
    private final Told told;
    private final boolean only;
    private final Object reader = new Object();
    private Pace pace = Pace.FREE;
    private AllowedAddresses allowed;
    private HttpGet documents;

    /**
     * @param settings as this process fetches: its proxies, its logins
     * @param version the only one that the node gets
     * @param pins whatever tells what is pinned for the request from what is pinned for another; may be empty
     * @param only whether the node has no other way, so that it is told what failed and does not try by itself
     */
    public RelayPass(
            ArchiveRelay relay, ProvisionSettings settings, GoVersion version, Request request, Supplier<String> pins,
            Told told, boolean only) {
        this.relay = relay;
        this.settings = settings;
        this.version = version;
        this.request = request;
        this.pins = pins;
        this.told = told;
        this.only = only;
    }

    /** The same with archives given no faster than this, for all passes with the same pace together. */
    public RelayPass at(Pace other) {
        pace = other;
        return this;
    }

    /** As {@link io.jenkins.plugins.gotoolchain.transfer.Relay#ask}. */
    public RelayedAnswer ask(String uri, Map<String, String> headers) throws IOException, InterruptedException {
        return relay.ask(uri, headers, this);
    }

    /** As {@link io.jenkins.plugins.gotoolchain.transfer.Relay#read}. */
    public byte[] read(String body, long offset, int most) throws IOException, InterruptedException {
        byte[] bytes = relay.read(body, offset, most, reader);
        pace.spend(bytes.length);
        return bytes;
    }

    /** @throws ConfigurationException where a source cannot be used as it is configured */
    synchronized boolean allows(URI uri) throws ConfigurationException {
        if (allowed == null) {
            allowed = new AllowedAddresses(settings);
        }
        return allowed.contains(uri);
    }

    /** Passes of one name share what is being fetched: they would prove it alike. */
    String name() {
        return settings.policy() + " " + settings.sources() + " " + settings.gosumdb() + " " + pins.get();
    }

    void waiting() {
        told.waiting();
    }

    /** Whether the node may try by itself what failed here; told so where it may. */
    boolean leaves(URI uri, String why) {
        if (!only) {
            told.notice("The controller cannot help here (" + why + "): the node asks " + uri.getHost() + " itself.");
        }
        return !only;
    }

    synchronized HttpGet documents() {
        if (documents == null) {
            documents = new HttpGet(Sources.withLogins(settings.network(), settings.sources()));
        }
        return documents;
    }

    /** @param shared asked for a copy first; null for none */
    <T> T fetch(ArchiveAddress named, URI uri, ArchiveCache cache, SharedArchives shared, ArchiveRoad.Keep<T> keep)
            throws IOException, InterruptedException {
        if (!named.version().equals(version)) {
            throw new UnreachableException(
                    "Go " + named.version() + " was not asked for here", "ask for the version that the build was given");
        }
        ProvisionRequest wanted = request.on(named.platform());
        URI copy = shared == null ? null : shared.address(named, uri);
        if (copy == null || !shared.has(copy)) {
            return new ArchiveRoad(settings, cache.work(), told).fetch(wanted, uri, keep);
        }
        return new ArchiveRoad(shared.within(settings), cache.work(), told).fetch(wanted, uri, copy, keep);
    }
}
