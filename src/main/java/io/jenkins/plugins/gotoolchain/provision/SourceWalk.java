package io.jenkins.plugins.gotoolchain.provision;

import io.jenkins.plugins.gotoolchain.failure.StoreException;
import io.jenkins.plugins.gotoolchain.failure.ToolchainException;
import io.jenkins.plugins.gotoolchain.failure.UnreachableException;
import io.jenkins.plugins.gotoolchain.failure.VerificationException;
import io.jenkins.plugins.gotoolchain.failure.VersionException;
import io.jenkins.plugins.gotoolchain.source.ModuleProxy;
import io.jenkins.plugins.gotoolchain.source.Offer;
import io.jenkins.plugins.gotoolchain.source.Source;
import io.jenkins.plugins.gotoolchain.source.Sources;
import io.jenkins.plugins.gotoolchain.store.ToolchainStore;
import io.jenkins.plugins.gotoolchain.transfer.TimelineFolder;
import io.jenkins.plugins.gotoolchain.trust.Requirement;
import io.jenkins.plugins.gotoolchain.trust.TrustPolicy;
import io.jenkins.plugins.gotoolchain.version.UnknownRelease;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks one source after the other until one has what is wanted and it is installed. Only what the network does leads
 * to the next source; bytes that are not what they should be end the walk.
 */
final class SourceWalk {

    private final ProvisionSettings settings;
    private final Sources sources;
    private final ProvisionListener listener;
    private final Fetching fetching;
    private final Taking<Provisioned> taking;

    private final List<String> tried = new ArrayList<>();
    private boolean unreachable;
    private boolean unproven;

    SourceWalk(ProvisionSettings settings, Sources sources, ToolchainStore store, ProvisionListener listener)
            throws StoreException {
        Verifiers verifiers = new Verifiers(
                settings, sources.network(), store.cache(), sources.moduleProxies(), listener::notice);
        this.settings = settings;
        this.sources = sources;
        this.listener = listener;
        this.fetching = new Fetching(
                sources.network().with(settings.archives()),
                store.partials(),
                listener.transfer(),
                new TimelineFolder(store.timelines()),
                Installation.TIMES_UNPACKED);
        this.taking =
                new Taking<>(sources, verifiers, fetching, listener, new Installation(store, fetching, listener));
    }

    /** What it throws carries what was seen of the downloads that failed. */
    Provisioned install(ProvisionRequest request) throws IOException, InterruptedException {
        try {
            return walk(request);
        } catch (ToolchainException e) {
            FailedDownloads.addTo(e, fetching.failed());
            throw e;
        }
    }

    private Provisioned walk(ProvisionRequest request) throws IOException, InterruptedException {
        for (Source source : inOrder(request)) {
            TrustPolicy policy = settings.policy().and(Requirement.parseAll(source.required()));
            for (Offer offer : offers(source, request)) {
                Provisioned provisioned = take(offer, policy, request);
                if (provisioned != null) {
                    return provisioned;
                }
            }
        }
        throw nothing(request);
    }

    /** Published digests, and so pins, are those of the archives of download sites: with a pin these come first. */
    private List<Source> inOrder(ProvisionRequest request) {
        if (!request.prefersSites()) {
            return sources.list();
        }
        List<Source> ordered = new ArrayList<>();
        List<Source> proxies = new ArrayList<>();
        for (Source source : sources.list()) {
            (source instanceof ModuleProxy ? proxies : ordered).add(source);
        }
        ordered.addAll(proxies);
        return ordered;
    }

    private List<Offer> offers(Source source, ProvisionRequest request) throws IOException, InterruptedException {
        listener.step("asking " + source.label() + " for " + request.what());
        try {
            return source.offers(request.version(), request.platform());
        } catch (VersionException e) {
            note(source.label(), e);
        } catch (UnreachableException e) {
            unreachable = true;
            note(source.label(), e);
        }
        return List.of();
    }

    /** @return null where the next offer is to be tried */
    private Provisioned take(Offer offer, TrustPolicy policy, ProvisionRequest request)
            throws IOException, InterruptedException {
        try {
            return taking.take(offer, policy, request);
        } catch (NotProvable e) {
            unproven = true;
            tried.add(offer.label() + ": has it, but " + e.getMessage());
            return null;
        } catch (UnreachableException e) {
            unreachable = true;
            note(offer.label(), e);
            return null;
        }
    }

    private void note(String label, ToolchainException e) {
        tried.add(label + ": " + e.problem());
        tried.addAll(e.tried());
        listener.notice(label + ": " + e.problem());
    }

    private ToolchainException nothing(ProvisionRequest request) throws IOException, InterruptedException {
        if (unproven) {
            return new VerificationException(
                    request.what() + " is to be had, but not with the evidence that is wanted, so it was not downloaded",
                    tried,
                    "name a source that can be proven (a Go module proxy with the checksum database, or go.dev, or a mirror"
                            + " that has the signatures too), pin the archive's SHA-256, say that the mirror's own digests"
                            + " are trusted, or require less",
                    null);
        }
        if (unreachable) {
            return new UnreachableException(
                    request.what() + " is not here, and no source gave it",
                    tried,
                    "see whether this node reaches the sources (proxy? firewall? mirror down?), or name another one",
                    null);
        }
        VersionException unknown = UnknownRelease.of(
                request.resolution(), request.platform().toString(), sources.versions(request.platform()));
        return new VersionException(unknown.problem(), tried, unknown.advice(), unknown);
    }
}
