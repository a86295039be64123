package io.jenkins.plugins.gotoolchain.archive;

import io.jenkins.plugins.gotoolchain.failure.StoreException;
import io.jenkins.plugins.gotoolchain.failure.VerificationException;
import io.jenkins.plugins.gotoolchain.tree.TreeEntry;
import io.jenkins.plugins.gotoolchain.tree.TreeManifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Unpacks a download site's {@code .tar.gz}: everything is under {@code go/}. One thread inflates, two others write. */
public final class TarGzUnpacker implements Unpacker {

    @Override
    public Unpacked unpack(
            Path archive, Path staging, ToolchainShape shape, UnpackLimits limits, UnpackProgress progress)
            throws VerificationException, StoreException, InterruptedException {
        Refusal refusal = new Refusal(archive);
        try (GzipInput input = new GzipInput(archive, refusal)) {
            Staging tree = new Staging(staging);
            TarReader reader = new TarReader(input, Files.size(archive), tree, limits, refusal, progress);
            List<TreeEntry> entries = new TarTree(tree).write(reader::read);
            for (TreeEntry link : reader.links()) {
                tree.createLink(link.path(), link.linkTarget());
                entries.add(link);
            }
            TreeManifest manifest = TreeManifest.of(entries);
            new ShapeCheck(staging, shape, refusal).check(manifest);
            return new Unpacked(manifest, input.sha256(), List.of(), reader.leftOut());
        } catch (VerificationException | StoreException e) {
            throw e;
        } catch (IOException e) {
            throw refusal.unreadable(e);
        }
    }
}
