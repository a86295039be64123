package io.jenkins.plugins.gotoolchain.provision;

import io.jenkins.plugins.gotoolchain.archive.ModuleZipUnpacker;
import io.jenkins.plugins.gotoolchain.archive.TarGzUnpacker;
import io.jenkins.plugins.gotoolchain.archive.UnpackLimits;
import io.jenkins.plugins.gotoolchain.archive.Unpacked;
import io.jenkins.plugins.gotoolchain.archive.Unpacker;
import io.jenkins.plugins.gotoolchain.archive.ZipUnpacker;
import io.jenkins.plugins.gotoolchain.release.Archive;
import io.jenkins.plugins.gotoolchain.release.Packaging;
import io.jenkins.plugins.gotoolchain.source.Offer;
import io.jenkins.plugins.gotoolchain.store.ReceiptDraft;
import io.jenkins.plugins.gotoolchain.store.Staging;
import io.jenkins.plugins.gotoolchain.store.Toolchain;
import io.jenkins.plugins.gotoolchain.store.ToolchainStore;
import io.jenkins.plugins.gotoolchain.transfer.Downloaded;
import io.jenkins.plugins.gotoolchain.trust.Proof;
import io.jenkins.plugins.gotoolchain.trust.ProvenArchive;
import io.jenkins.plugins.gotoolchain.trust.Verifier;
import java.io.IOException;

/** Makes a toolchain of an archive that is here: verify, unpack, publish. */
final class Installation implements Taken.Use<Provisioned> {

    /** A tree has some three times the bytes of its archive, and blocks that are not full. */
    static final int TIMES_UNPACKED = 4;

    private final ToolchainStore store;
    private final ProvisionListener listener;
    private final Fetching fetching;

    Installation(ToolchainStore store, Fetching fetching, ProvisionListener listener) {
        this.store = store;
        this.fetching = fetching;
        this.listener = listener;
    }

    @Override
    public Provisioned of(Taken taken) throws IOException, InterruptedException {
        Archive archive = taken.offer().archive();
        Downloaded file = taken.file();
        Verifier verifier = taken.verifier();
        ProvisionRequest request = taken.request();
        ProvenArchive proven = null;
        long start = System.nanoTime();
        if (archive.packaging() != Packaging.MODULE_ZIP) {
            listener.step("verifying " + archive.fileName());
            proven = verifier.proveArchive(
                    archive, file.file(), file.size(), file.sha256(), taken.claims(), taken.unasked());
        }
        long verify = Spent.since(start);
        listener.step("unpacking " + archive.fileName());
        start = System.nanoTime();
        try (Staging staging = store.stage(request.version(), request.platform(), TIMES_UNPACKED * file.size())) {
            Unpacked unpacked = unpacker(archive.packaging())
                    .unpack(file.file(), staging.folder(), taken.shape(), UnpackLimits.TOOLCHAIN, (bytes, total) ->
                            listener.unpacking(archive.fileName(), bytes, total));
            long unpack = Spent.since(start);
            start = System.nanoTime();
            Proof proof = proven == null
                    ? proveModule(taken.offer(), file, verifier, unpacked)
                    : verifier.proveTree(proven, sha256Unpacked(file, unpacked), unpacked.manifest());
            for (String left : unpacked.leftOut()) {
                listener.notice("Left out, its name cannot be written here: " + left);
            }
            verify += Spent.since(start);
            Toolchain toolchain = store.publish(staging, proof, unpacked.manifest(), draft(taken.offer(), request));
            fetching.done(taken.offer());
            return new Provisioned(
                    toolchain, request.resolution(), true, file.fetched(), new Spent(taken.fetching(), verify, unpack));
        }
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
        return verifier.proveModule(
                offer.archive(), file.size(), file.sha256(), offer.claims(), Taken.moduleFiles(unpacked.stored()),
                unpacked.manifest());
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
