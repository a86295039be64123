package io.jenkins.plugins.gotoolchain.store;

import io.jenkins.plugins.gotoolchain.failure.StoreException;
import io.jenkins.plugins.gotoolchain.tree.TreeEntry;
import io.jenkins.plugins.gotoolchain.tree.TreeManifest;
import io.jenkins.plugins.gotoolchain.trust.Evidence;
import io.jenkins.plugins.gotoolchain.trust.Proof;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Gives a staged tree its final name, with receipt and manifest already in it. */
final class Publisher {

    private final StoreRoot root;
    private final Gate gate;
    private final Clock clock;

    Publisher(StoreRoot root, Gate gate, Clock clock) {
        this.root = root;
        this.gate = gate;
        this.clock = clock;
    }

    Toolchain publish(Staging staging, Proof proof, TreeManifest manifest, ReceiptDraft draft)
            throws StoreException, InterruptedException {
        String what = "publishing Go " + staging.version() + " for " + staging.platform();
        refuseOthers(staging, proof, manifest, what);
        String name = StoreRoot.name(staging.version(), staging.platform());
        Path folder = staging.folder();
        byte[] receiptBytes;
        Receipt receipt = receipt(proof, manifest, draft);
        try {
            TreeComparison tree = TreeComparison.of(folder, manifest, false);
            refuseDifferences(tree, what);
            receiptBytes = ReceiptJson.write(receipt);
            MetaFiles.write(folder.resolve(MetaFiles.MANIFEST), manifest.text());
            MetaFiles.write(folder.resolve(MetaFiles.RECEIPT), receiptBytes);
            Stamp stamp = Stamp.of(folder, name, receipt, receiptBytes, manifest, tree.youngest);
            MetaFiles.write(folder.resolve(MetaFiles.STAMP), stamp.text());
            Path home = rename(folder, name);
            return new Toolchain(home, receipt, receiptBytes);
        } catch (ClosedByInterruptException e) {
            Thread.interrupted();
            throw new InterruptedException();
        } catch (IOException e) {
            throw StoreFailure.of(e, what, folder);
        }
    }

    private void refuseOthers(Staging staging, Proof proof, TreeManifest manifest, String what) throws StoreException {
        if (!staging.isOpenIn(root)) {
            throw new IllegalStateException(what + ": this staging is closed, or another store's");
        }
        if (!proof.version().text().equals(staging.version().text()) || !proof.platform().equals(staging.platform())) {
            throw new StoreException(
                    what + " was refused: the proof is of Go " + proof.version() + " for " + proof.platform(),
                    "this is an error in the program: report it");
        }
        if (!proof.treeDigest().equals(manifest.digest())) {
            throw new StoreException(
                    what + " was refused: the proof is of another tree (" + proof.treeDigest() + ", not "
                            + manifest.digest() + ")",
                    "this is an error in the program: report it");
        }
        for (TreeEntry entry : manifest.entries()) {
            if (MetaFiles.isMeta(entry.path())) {
                throw new StoreException(
                        what + " was refused: the archive has a file of the store's own, " + entry.path(),
                        "this is no toolchain that Go published: look at the source");
            }
        }
    }

    private static void refuseDifferences(TreeComparison tree, String what) throws StoreException {
        VerifyReport report =
                new VerifyReport(0, 0, List.of(), tree.missing, tree.changed, tree.extra, tree.modeChanged, "");
        if (!report.isSound()) {
            throw new StoreException(
                    what + " was refused: what was unpacked is not what was proven: " + report.summary(),
                    "something else wrote there, or the disk lost it: run again");
        }
    }

    private Receipt receipt(Proof proof, TreeManifest manifest, ReceiptDraft draft) {
        List<ReceiptEvidence> evidence = new ArrayList<>();
        for (Evidence one : proof.evidence()) {
            evidence.add(new ReceiptEvidence(one.meets().toString(), one.describe(), one.key()));
        }
        return new Receipt(
                Receipt.SCHEMA,
                proof.version(),
                proof.platform(),
                draft.source(),
                draft.archiveName(),
                proof.archiveSize(),
                proof.archiveSha256(),
                draft.pins(),
                evidence,
                manifest.digest(),
                manifest.files(),
                manifest.bytes(),
                clock.instant().toString(),
                draft.pluginVersion(),
                draft.resolvedFrom(),
                proof.moduleHash());
    }

    /** What stands under the name was refused by whoever asked for this one, and goes away first. */
    private Path rename(Path folder, String name) throws IOException, InterruptedException {
        Path home = root.path().resolve(name);
        Path old = null;
        try (HeldLock held = gate.enter()) {
            if (Files.exists(home, LinkOption.NOFOLLOW_LINKS)) {
                old = root.unused(StoreRoot.TRASH, name);
                Moves.rename(home, old);
            }
            try {
                Moves.rename(folder, home);
            } catch (IOException e) {
                if (old != null) {
                    Moves.rename(old, home);
                }
                throw e;
            }
        }
        if (old != null) {
            try {
                TreeRemoval.delete(old);
            } catch (IOException e) {
                // out of sight already; the next sweep deletes it
            }
        }
        return home;
    }
}
