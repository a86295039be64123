package io.jenkins.plugins.gotoolchain.provision;

import io.jenkins.plugins.gotoolchain.archive.ModuleZipDigests;
import io.jenkins.plugins.gotoolchain.archive.StoredFile;
import io.jenkins.plugins.gotoolchain.archive.UnpackLimits;
import io.jenkins.plugins.gotoolchain.failure.ToolchainException;
import io.jenkins.plugins.gotoolchain.failure.UnreachableException;
import io.jenkins.plugins.gotoolchain.failure.VerificationException;
import io.jenkins.plugins.gotoolchain.release.Archive;
import io.jenkins.plugins.gotoolchain.release.Packaging;
import io.jenkins.plugins.gotoolchain.source.Location;
import io.jenkins.plugins.gotoolchain.source.Offer;
import io.jenkins.plugins.gotoolchain.source.Source;
import io.jenkins.plugins.gotoolchain.source.Sources;
import io.jenkins.plugins.gotoolchain.transfer.TimelineFolder;
import io.jenkins.plugins.gotoolchain.trust.Evidence;
import io.jenkins.plugins.gotoolchain.trust.ProvenArchive;
import io.jenkins.plugins.gotoolchain.trust.Requirement;
import io.jenkins.plugins.gotoolchain.trust.TrustPolicy;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The road as far as the proven archive, for who keeps archives and not toolchains: from one address, by the same rules,
 * and with nothing unpacked.
 */
public final class ArchiveRoad {

    private final ProvisionSettings settings;
    private final Path folder;
    private final ProvisionListener listener;

    /**
     * @param settings their root does not count
     * @param folder for partials, answers of indexes, and what was seen of downloads
     */
    public ArchiveRoad(ProvisionSettings settings, Path folder, ProvisionListener listener) {
        this.settings = settings;
        this.folder = folder;
        this.listener = listener;
    }

    /** What is done with a proven archive. */
    @FunctionalInterface
    public interface Keep<T> {

        /** @param proven its file may be moved away; what is left of it afterwards is deleted */
        T keep(ProvenFile proven) throws IOException;
    }

    /**
     * Fetches the archive at an address, going on from what is here of it, proves it, and hands it on.
     *
     * @throws UnreachableException where no source has that address, or it cannot be had from there
     * @throws VerificationException where it is not what it should be, or cannot be proven
     */
    public <T> T fetch(ProvisionRequest request, URI uri, Keep<T> keep) throws IOException, InterruptedException {
        return fetch(request, uri, null, keep);
    }

    /**
     * As above, with the bytes from another address where it has the right ones.
     *
     * @param copy where there may be a copy, which proves nothing and only saves time; null for nowhere
     */
    public <T> T fetch(ProvisionRequest request, URI uri, URI copy, Keep<T> keep) throws IOException, InterruptedException {
        Sources sources = Sources.open(
                settings.sources(), settings.reference(), settings.network(), folder.resolve("answers"), listener::notice);
        Fetching fetching = new Fetching(
                sources.network().with(settings.archives()),
                folder.resolve("partial"),
                listener.transfer(),
                new TimelineFolder(folder.resolve("timelines")),
                0);
        try {
            return fetch(request, uri, copy, keep, sources, fetching);
        } catch (ToolchainException e) {
            FailedDownloads.addTo(e, fetching.failed());
            throw e;
        }
    }

    private <T> T fetch(
            ProvisionRequest request, URI uri, URI copy, Keep<T> keep, Sources sources, Fetching fetching)
            throws IOException, InterruptedException {
        Verifiers verifiers = new Verifiers(
                settings, sources.network(), folder.resolve("answers"), sources.moduleProxies(), listener::notice);
        Taking<T> taking = new Taking<>(sources, verifiers, fetching, listener, taken -> {
            T kept = keep.keep(prove(taken));
            fetching.done(taken.offer());
            return kept;
        });
        for (Source source : sources.list()) {
            Offer offer = source.serves(uri) ? offer(source, request, uri) : null;
            if (offer != null) {
                TrustPolicy policy = settings.policy().and(Requirement.parseAll(source.required()));
                try {
                    return copy == null
                            ? taking.take(offer, policy, request)
                            : copyOrOriginal(taking, offer, copy, policy, request);
                } catch (NotProvable e) {
                    throw new VerificationException(
                            source.label() + " has " + request.what() + ", but " + e.getMessage(),
                            "name a source that can be proven, pin the archive's SHA-256, say that the mirror's own"
                                    + " digests are trusted, or require less");
                }
            }
        }
        throw new UnreachableException(
                "No source that is configured has " + request.what() + " at " + uri.getHost(),
                "ask again: the sources were changed meanwhile, perhaps");
    }

    private <T> T copyOrOriginal(Taking<T> taking, Offer offer, URI copy, TrustPolicy policy, ProvisionRequest request)
            throws NotProvable, IOException, InterruptedException {
        Location original = offer.locations().get(0);
        Location first = new Location(copy, original.contentKey(), original.proxyBase(), original.signature());
        try {
            return taking.take(
                    new Offer(offer.archive(), List.of(first, original), offer.claims(), offer.label()), policy, request);
        } catch (VerificationException e) {
            listener.notice("The copy at " + copy.getHost() + " is not used: " + e.problem());
            return taking.take(offer, policy, request);
        }
    }

    /** What the source offers at this very address; null where that is nothing. */
    private static Offer offer(Source source, ProvisionRequest request, URI uri)
            throws IOException, InterruptedException {
        for (Offer offer : source.offers(request.version(), request.platform())) {
            for (Location location : offer.locations()) {
                if (location.uri().equals(uri)) {
                    return new Offer(offer.archive(), List.of(location), offer.claims(), offer.label());
                }
            }
        }
        return null;
    }

    private ProvenFile prove(Taken taken) throws IOException, InterruptedException {
        Archive archive = taken.offer().archive();
        listener.step("verifying " + archive.fileName());
        ProvenArchive proven = archive.packaging() == Packaging.MODULE_ZIP
                ? proveModule(taken)
                : taken.verifier().proveArchive(
                        archive, taken.file().file(), taken.file().size(), taken.file().sha256(), taken.claims(),
                        taken.unasked());
        List<String> evidence = new ArrayList<>();
        for (Evidence one : proven.evidence()) {
            evidence.add(one.describe());
        }
        return new ProvenFile(archive, taken.file().file(), proven.size(), proven.sha256(), taken.offer().label(),
                evidence, taken.file().from(), taken.file().fetched());
    }

    private static ProvenArchive proveModule(Taken taken) throws IOException, InterruptedException {
        Archive archive = taken.offer().archive();
        List<StoredFile> stored =
                new ModuleZipDigests(taken.file().file(), taken.shape(), UnpackLimits.TOOLCHAIN).read();
        return taken.verifier().proveModuleArchive(
                archive, taken.file().size(), taken.file().sha256(), taken.offer().claims(), Taken.moduleFiles(stored));
    }
}
