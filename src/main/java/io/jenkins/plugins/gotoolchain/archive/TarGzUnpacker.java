package io.jenkins.plugins.gotoolchain.archive;

import io.jenkins.plugins.gotoolchain.failure.StoreException;
import io.jenkins.plugins.gotoolchain.failure.VerificationException;
import io.jenkins.plugins.gotoolchain.tree.TreeEntry;
import io.jenkins.plugins.gotoolchain.tree.TreeManifest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** Unpacks a download site's {@code .tar.gz}: everything is under {@code go/}. */
public final class TarGzUnpacker implements Unpacker {

    @Override
    public Unpacked unpack(
            Path archive, Path staging, ToolchainShape shape, UnpackLimits limits, UnpackProgress progress)
            throws VerificationException, StoreException, InterruptedException {
        Refusal refusal = new Refusal(archive);
        NameBook names = new NameBook(refusal);
        TreeWriter.Folders folders = new TreeWriter.Folders(staging);
        TreeWriter writer = new TreeWriter(staging);
        List<TreeEntry> tree = new ArrayList<>();
        MessageDigest sha256 = TreeWriter.newSha256();
        try (InputStream file = new DigestInputStream(Files.newInputStream(archive), sha256);
                TarArchiveInputStream tar = new TarArchiveInputStream(new GZIPInputStream(file, 64 << 10), "UTF-8")) {
            byte[] buffer = new byte[256 << 10];
            long total = 0;
            TarArchiveEntry entry;
            while ((entry = tar.getNextEntry()) != null) {
                String path = PrefixedName.path(entry.getName(), "go/", limits, refusal);
                total += entry.getSize();
                if (entry.getSize() > limits.maxFileBytes() || total > limits.maxBytes()) {
                    throw refusal.entry(entry.getName(), "is too large");
                }
                if (entry.isDirectory()) {
                    if (!path.isEmpty()) {
                        names.folder(path);
                        folders.make(path);
                    }
                    continue;
                }
                if (!entry.isFile() || entry.isLink() || entry.isSymbolicLink() || entry.isSparse()) {
                    throw refusal.entry(entry.getName(), "is neither file nor folder");
                }
                names.file(path);
                if (names.files() > limits.maxEntries()) {
                    throw refusal.because("it has more than " + limits.maxEntries() + " entries");
                }
                folders.parentOf(path);
                boolean executable = (entry.getMode() & 0100) != 0;
                writer.open(path, executable);
                int count;
                while ((count = tar.read(buffer)) > 0) {
                    if (Thread.currentThread().isInterrupted()) {
                        throw new InterruptedException();
                    }
                    writer.write(buffer, 0, count);
                }
                tree.add(TreeEntry.file(path, entry.getSize(), executable, writer.close()));
                writer.touch(path, entry.getLastModifiedTime().toMillis() / 1000);
            }
            while (file.read(buffer) >= 0) {
                // the digest is of all bytes
            }
        } catch (VerificationException | StoreException e) {
            throw e;
        } catch (IOException | IllegalArgumentException e) {
            throw refusal.because("it is damaged: " + e.getMessage(), e);
        } finally {
            writer.abandon();
        }
        TreeManifest manifest = TreeManifest.of(tree);
        new ShapeCheck(staging, shape, refusal).check(manifest);
        return new Unpacked(manifest, TreeWriter.hex(sha256.digest()), List.of(), List.of());
    }
}
