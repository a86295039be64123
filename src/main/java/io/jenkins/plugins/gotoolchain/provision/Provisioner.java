package io.jenkins.plugins.gotoolchain.provision;

import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;
import io.jenkins.plugins.gotoolchain.failure.StoreException;
import io.jenkins.plugins.gotoolchain.release.Platform;
import io.jenkins.plugins.gotoolchain.source.Sources;
import io.jenkins.plugins.gotoolchain.store.InstallLock;
import io.jenkins.plugins.gotoolchain.store.ReceiptDemands;
import io.jenkins.plugins.gotoolchain.store.Toolchain;
import io.jenkins.plugins.gotoolchain.store.ToolchainStore;
import io.jenkins.plugins.gotoolchain.trust.Verifier;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import io.jenkins.plugins.gotoolchain.version.KnownVersions;
import io.jenkins.plugins.gotoolchain.version.Resolution;
import io.jenkins.plugins.gotoolchain.version.VersionResolver;
import io.jenkins.plugins.gotoolchain.version.VersionSelector;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;

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
            sources = Sources.open(settings.sources(), settings.network(), store.cache(), listener::notice);
        }
        return sources;
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
    public Optional<Toolchain> find(ProvisionRequest request) throws StoreException, InterruptedException {
        ReceiptDemands demands = new ReceiptDemands(settings.policy().required(), request.pins());
        return store.find(request.version(), request.platform(), demands, listener::notice);
    }

    /**
     * Hands out the toolchain that was asked for, and puts it there first where it is not. Waits while another process
     * or thread does so.
     *
     * @throws io.jenkins.plugins.gotoolchain.failure.ToolchainException of the kind that says who must act
     */
    public Provisioned provision(ProvisionRequest request) throws IOException, InterruptedException {
        // Before anything that is there is called stale for it.
        Verifier.requireCheckable(settings.policy());
        Optional<Toolchain> there = find(request);
        if (there.isPresent()) {
            return new Provisioned(there.get(), request.resolution(), false, 0);
        }
        try (InstallLock lock = store.lock(request.version(), request.platform(), listener::notice)) {
            there = find(request);
            if (there.isPresent()) {
                return new Provisioned(there.get(), request.resolution(), false, 0);
            }
            return new SourceWalk(settings, sources(), store, listener).install(request);
        }
    }
}
