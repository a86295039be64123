package io.jenkins.plugins.gotoolchain.archive;

import io.jenkins.plugins.gotoolchain.failure.StoreException;
import io.jenkins.plugins.gotoolchain.failure.VerificationException;
import io.jenkins.plugins.gotoolchain.tree.TreeEntry;
import io.jenkins.plugins.gotoolchain.tree.TreeManifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Unpacks a download site's {@code .tar.gz}: everything is under {@code go/}. A gzip stream has one thread's work in it
 * that cannot be shared, so that thread does nothing but inflate; the caller's parses, two others hash and write.
 */
public final class TarGzUnpacker implements Unpacker {

    private static final int WRITERS = 2;
    private static final int INFLATED = 8;
    private static final int BATCHES = 16;
    private static final int BATCH_SIZE = 512 << 10;

    @Override
    public Unpacked unpack(
            Path archive, Path staging, ToolchainShape shape, UnpackLimits limits, UnpackProgress progress)
            throws VerificationException, StoreException, InterruptedException {
        Refusal refusal = new Refusal(archive);
        try (GzipReader gzip = new GzipReader(archive, refusal)) {
            Staging folder = new Staging(staging);
            Conveyor inflated = new Conveyor(1, INFLATED, BATCH_SIZE);
            Conveyor files = new Conveyor(WRITERS, BATCHES, BATCH_SIZE);
            TarTree tree = new TarTree(folder, files);
            TarReader reader = new TarReader(new TarInput(inflated, refusal), folder, limits, refusal);
            long total = Files.size(archive);
            Crew crew = new Crew(1 + WRITERS, () -> {
                inflated.stop();
                files.stop();
            });
            crew.run(number -> {
                if (number == 0) {
                    reader.read(tree, () -> progress.advanced(gzip.packedBytes(), total));
                    tree.end();
                } else if (number == 1) {
                    inflate(gzip, inflated, refusal);
                } else {
                    tree.write(number - 2);
                }
            });
            List<TreeEntry> entries = tree.entries();
            for (TreeEntry link : reader.links()) {
                folder.createLink(link.path(), link.linkTarget());
                entries.add(link);
            }
            TreeManifest manifest = TreeManifest.of(entries);
            new ShapeCheck(staging, shape, refusal).check(manifest);
            return new Unpacked(manifest, gzip.sha256(), List.of(), reader.leftOut());
        } catch (VerificationException | StoreException e) {
            throw e;
        } catch (IOException e) {
            throw refusal.unreadable(e);
        }
    }

    private static void inflate(GzipReader gzip, Conveyor inflated, Refusal refusal)
            throws VerificationException, StoreException, InterruptedException {
        try {
            while (true) {
                Batch batch = inflated.empty();
                batch.used = gzip.read(batch.data);
                if (batch.used == 0) {
                    break;
                }
                inflated.send(batch, 0);
            }
            inflated.end();
        } catch (VerificationException | StoreException e) {
            throw e;
        } catch (IOException e) {
            throw refusal.unreadable(e);
        }
    }
}
