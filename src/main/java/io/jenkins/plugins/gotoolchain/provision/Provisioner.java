package io.jenkins.plugins.gotoolchain.provision;

import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;
import io.jenkins.plugins.gotoolchain.failure.StoreException;
import io.jenkins.plugins.gotoolchain.release.Platform;
import io.jenkins.plugins.gotoolchain.source.Source;
import io.jenkins.plugins.gotoolchain.source.SourceSpec;
import io.jenkins.plugins.gotoolchain.source.Sources;
import io.jenkins.plugins.gotoolchain.store.InstallLock;
import io.jenkins.plugins.gotoolchain.store.Layers;
import io.jenkins.plugins.gotoolchain.store.ReceiptDemands;
import io.jenkins.plugins.gotoolchain.store.Toolchain;
import io.jenkins.plugins.gotoolchain.store.ToolchainStore;
import io.jenkins.plugins.gotoolchain.trust.Requirement;
import io.jenkins.plugins.gotoolchain.trust.Verifier;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import io.jenkins.plugins.gotoolchain.version.KnownVersions;
import io.jenkins.plugins.gotoolchain.version.Resolution;
import io.jenkins.plugins.gotoolchain.version.VersionResolver;
import io.jenkins.plugins.gotoolchain.version.VersionSelector;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Provides toolchains out of one store, from sources where they are not there yet. */
public final class Provisioner {

    private final ProvisionSettings settings;
    private final ToolchainStore store;
    private final ProvisionListener listener;
    private Sources sources;

    /** Opens nothing on the network. */
    public Provisioner(ProvisionSettings settings, ToolchainStore store, ProvisionListener listener) {
        this.settings = settings;
        this.store = store;
        this.listener = listener;
    }

    /** @throws StoreException where the root cannot be a store */
    public static Provisioner open(ProvisionSettings settings, ProvisionListener listener) throws StoreException {
        return new Provisioner(settings, new ToolchainStore(Path.of(settings.root())), listener);
    }

    public ToolchainStore store() {
        return store;
    }

    /** @throws ConfigurationException where a source cannot be used as it is named */
    public synchronized Sources sources() throws ConfigurationException, StoreException {
        if (sources == null) {
            sources = Sources.open(settings.sources(), settings.reference(), settings.network(), store.cache(), listener::notice);
        }
        return sources;
    }

    /** What sources and checksum database say of digests, for whoever pins them. */
    public PublishedDigests publishedDigests() throws ConfigurationException, StoreException {
        Sources all = sources();
        Verifiers verifiers =
                new Verifiers(settings, all.network(), store.cache(), all.moduleProxies(), listener::notice);
        return new PublishedDigests(all, verifiers.database());
    }

    /**
     * Comes to one version. The sources are asked only where the selector does not name it in full.
     *
     * @param workspace where {@code go.mod} and the like are; null where there is none
     */
    public Resolution resolve(VersionSelector selector, Path workspace, Platform platform)
            throws IOException, InterruptedException {
        KnownVersions known = new KnownVersions() {
            @Override
            public Collection<GoVersion> get() throws IOException, InterruptedException {
                return sources().versions(platform);
            }
        };
        return VersionResolver.resolve(selector, workspace, known);
    }

    /** What is there already and meets today's configuration; what is damaged or stale is put aside and said. */
    public Optional<Toolchain> find(ProvisionRequest request)
            throws StoreException, ConfigurationException, InterruptedException {
        return store.find(request.version(), request.platform(), demands(request), listener::notice);
    }

    private ReceiptDemands demands(ProvisionRequest request) throws StoreException, ConfigurationException {
        return new ReceiptDemands(
                settings.policy().required(),
                request.pins(),
                settings.signingKey().fingerprint().hex(),
                requiredOfSources(),
                settings.receiptKeys());
    }

    private Optional<Toolchain> inLayers(ProvisionRequest request)
            throws StoreException, ConfigurationException, InterruptedException {
        return settings.layers().isEmpty()
                ? Optional.empty()
                : new Layers(settings.layers())
                        .find(request.version(), request.platform(), demands(request), listener::notice);
    }

    /** What is required of single sources, by their labels. Opens them only where there is such a thing. */
    private Map<String, Set<Requirement>> requiredOfSources() throws StoreException, ConfigurationException {
        boolean none = true;
        for (SourceSpec spec : settings.sources()) {
            none &= spec.required().isEmpty();
        }
        if (none) {
            return Map.of();
        }
        Map<String, Set<Requirement>> required = new HashMap<>();
        for (Source source : sources().list()) {
            Set<Requirement> all = new HashSet<>(Requirement.parseAll(source.required()));
            all.addAll(required.getOrDefault(source.label(), Set.of()));
            required.put(source.label(), all);
        }
        return required;
    }

    /** Before anything that is there is called stale for it. */
    private void refuseWhatNothingMeets() throws ConfigurationException {
        Verifier.requireCheckable(settings.policy());
        for (SourceSpec spec : settings.sources()) {
            if (!spec.required().isEmpty()) {
                Verifier.requireCheckable(settings.policy().and(Requirement.parseAll(spec.required())));
            }
        }
    }

    /**
     * Hands out the toolchain that was asked for, from the store or else a layer, and puts it into the store where it is in
     * neither. Waits while another process or thread does so.
     *
     * @throws io.jenkins.plugins.gotoolchain.failure.ToolchainException of the kind that says who must act
     */
    public Provisioned provision(ProvisionRequest request) throws IOException, InterruptedException {
        refuseWhatNothingMeets();
        long start = System.nanoTime();
        Optional<Toolchain> there = find(request);
        if (there.isEmpty()) {
            there = inLayers(request);
        }
        if (there.isPresent()) {
            return new Provisioned(there.get(), request.resolution(), false, 0, Spent.looking(Spent.since(start)));
        }
        try (InstallLock lock = store.lock(request.version(), request.platform(), listener::notice)) {
            start = System.nanoTime(); // somebody else's work is no time of ours
            there = find(request);
            if (there.isPresent()) {
                return new Provisioned(there.get(), request.resolution(), false, 0, Spent.looking(Spent.since(start)));
            }
            return new SourceWalk(settings, sources(), store, listener).install(request);
        }
    }
}
