package io.jenkins.plugins.gotoolchain.provision;

import io.jenkins.plugins.gotoolchain.archive.ModuleZipUnpacker;
import io.jenkins.plugins.gotoolchain.archive.StoredFile;
import io.jenkins.plugins.gotoolchain.archive.TarGzUnpacker;
import io.jenkins.plugins.gotoolchain.archive.ToolchainShape;
import io.jenkins.plugins.gotoolchain.archive.UnpackLimits;
import io.jenkins.plugins.gotoolchain.archive.Unpacked;
import io.jenkins.plugins.gotoolchain.archive.Unpacker;
import io.jenkins.plugins.gotoolchain.archive.ZipUnpacker;
import io.jenkins.plugins.gotoolchain.failure.DisagreementException;
import io.jenkins.plugins.gotoolchain.failure.StoreException;
import io.jenkins.plugins.gotoolchain.failure.UnreachableException;
import io.jenkins.plugins.gotoolchain.failure.VerificationException;
import io.jenkins.plugins.gotoolchain.release.Archive;
import io.jenkins.plugins.gotoolchain.release.DigestClaim;
import io.jenkins.plugins.gotoolchain.release.Packaging;
import io.jenkins.plugins.gotoolchain.source.Elsewhere;
import io.jenkins.plugins.gotoolchain.source.Location;
import io.jenkins.plugins.gotoolchain.source.Offer;
import io.jenkins.plugins.gotoolchain.store.ReceiptDraft;
import io.jenkins.plugins.gotoolchain.store.Staging;
import io.jenkins.plugins.gotoolchain.store.Toolchain;
import io.jenkins.plugins.gotoolchain.store.ToolchainStore;
import io.jenkins.plugins.gotoolchain.transfer.Downloaded;
import io.jenkins.plugins.gotoolchain.transfer.PrintableUri;
import io.jenkins.plugins.gotoolchain.trust.ModuleFile;
import io.jenkins.plugins.gotoolchain.trust.Proof;
import io.jenkins.plugins.gotoolchain.trust.ProvenArchive;
import io.jenkins.plugins.gotoolchain.trust.TrustPolicy;
import io.jenkins.plugins.gotoolchain.trust.Verifier;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Takes one offer: fetch, verify, unpack, publish. What did not pass is deleted, what only broke off is kept. */
final class Installation {

    private final ToolchainStore store;
    private final ProvisionListener listener;
    private final Verifiers verifiers;
    private final Fetching fetching;

    Installation(ToolchainStore store, Verifiers verifiers, Fetching fetching, ProvisionListener listener) {
        this.store = store;
        this.verifiers = verifiers;
        this.fetching = fetching;
        this.listener = listener;
    }

    /** @throws UnreachableException where another offer may still do */
    Provisioned install(Offer offer, TrustPolicy policy, ProvisionRequest request, CrossCheck check)
            throws IOException, InterruptedException {
        UnreachableException last = null;
        for (Location location : offer.locations()) {
            Verifier verifier = verifiers.of(offer.archive().packaging(), location, policy);
            if (request.only() != null) {
                verifier = verifier.with(request.only());
            }
            verifier.prefetch(offer.archive());
            try {
                return install(offer, location, verifier.servedBy(PrintableUri.of(location.uri())), request, check);
            } catch (UnreachableException e) {
                if (last != null) {
                    e.addSuppressed(last);
                }
                last = e;
            }
        }
        if (last == null) {
            throw new IllegalArgumentException("an offer without an address, from " + offer.label());
        }
        throw last;
    }

    private Provisioned install(
            Offer offer, Location location, Verifier verifier, ProvisionRequest request, CrossCheck check)
            throws IOException, InterruptedException {
        Downloaded archive = fetching.fetch(offer, location);
        Elsewhere others = check.answer();
        List<DigestClaim> claims = with(offer.claims(), others.claims());
        requireAgreement(offer, location, claims);
        try {
            return unpack(offer, claims, others.unasked(), archive, verifier, request);
        } catch (VerificationException e) {
            fetching.discard(offer, location);
            if (!archive.mixed()) {
                throw e;
            }
            listener.notice("Bytes that were here before, or came from another address, do not fit with the rest:"
                    + " once more from the start.");
        }
        archive = fetching.fetch(offer, location);
        try {
            return unpack(offer, claims, others.unasked(), archive, verifier, request);
        } catch (VerificationException e) {
            fetching.discard(offer, location);
            throw e;
        }
    }

    private static List<DigestClaim> with(List<DigestClaim> claims, List<DigestClaim> others) {
        Set<DigestClaim> all = new LinkedHashSet<>(claims);
        all.addAll(others);
        return List.copyOf(all);
    }

    /** Before the bytes are looked at: whatever they are, somebody is wrong. */
    private void requireAgreement(Offer offer, Location location, List<DigestClaim> claims)
            throws DisagreementException, StoreException {
        try {
            Verifier.requireAgreement(offer.archive(), claims);
        } catch (DisagreementException e) {
            fetching.discard(offer, location);
            throw e;
        }
    }

    private Provisioned unpack(
            Offer offer,
            List<DigestClaim> claims,
            List<String> unasked,
            Downloaded file,
            Verifier verifier,
            ProvisionRequest request)
            throws IOException, InterruptedException {
        Archive archive = offer.archive();
        ProvenArchive proven = null;
        if (archive.packaging() != Packaging.MODULE_ZIP) {
            listener.step("verifying " + archive.fileName());
            proven = verifier.proveArchive(
                    archive, file.file(), file.size(), file.sha256(), claims, unasked);
        }
        listener.step("unpacking " + archive.fileName());
        try (Staging staging = store.stage(request.version(), request.platform(), spaceFor(file))) {
            ToolchainShape shape = new ToolchainShape(
                    request.version().goName(), request.platform().os(), request.platform().arch());
            Unpacked unpacked = unpacker(archive.packaging())
                    .unpack(file.file(), staging.folder(), shape, UnpackLimits.TOOLCHAIN, (bytes, total) ->
                            listener.unpacking(archive.fileName(), bytes, total));
            Proof proof = proven == null
                    ? proveModule(offer, file, verifier, unpacked)
                    : verifier.proveTree(proven, sha256Unpacked(file, unpacked), unpacked.manifest());
            for (String left : unpacked.leftOut()) {
                listener.notice("Left out, its name cannot be written here: " + left);
            }
            Toolchain toolchain = store.publish(staging, proof, unpacked.manifest(), draft(offer, request));
            fetching.done(offer);
            return new Provisioned(toolchain, request.resolution(), true, file.fetched());
        }
    }

    /** A tree has some three times the bytes of its archive, and blocks that are not full. */
    private static long spaceFor(Downloaded file) {
        return 4 * file.size();
    }

    private static Unpacker unpacker(Packaging packaging) {
        return switch (packaging) {
            case TAR_GZ -> new TarGzUnpacker();
            case ZIP -> new ZipUnpacker();
            case MODULE_ZIP -> new ModuleZipUnpacker();
        };
    }

    private static Proof proveModule(Offer offer, Downloaded file, Verifier verifier, Unpacked unpacked)
            throws IOException, InterruptedException {
        List<ModuleFile> stored = new ArrayList<>(unpacked.stored().size());
        for (StoredFile one : unpacked.stored()) {
            stored.add(new ModuleFile(one.name(), one.sha256()));
        }
        return verifier.proveModule(
                offer.archive(), file.size(), file.sha256(), offer.claims(), stored, unpacked.manifest());
    }

    /** A zip is not read front to back, so its digest is taken once more, after it was unpacked. */
    private static String sha256Unpacked(Downloaded file, Unpacked unpacked) throws IOException {
        return unpacked.archiveSha256() != null ? unpacked.archiveSha256() : Sha256.of(file.file());
    }

    private static ReceiptDraft draft(Offer offer, ProvisionRequest request) {
        return new ReceiptDraft(
                offer.label(),
                offer.archive().fileName(),
                request.resolution().asked().equals(request.version().text())
                        ? request.version().text()
                        : request.resolution().asked() + ": " + request.resolution().how(),
                PluginVersion.TEXT,
                request.sha256Pins());
    }
}
