package io.jenkins.plugins.gotoolchain.archive;

import io.jenkins.plugins.gotoolchain.failure.StoreException;
import io.jenkins.plugins.gotoolchain.failure.VerificationException;
import io.jenkins.plugins.gotoolchain.tree.TreeEntry;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/**
 * Goes through the entries of a tar, checks each, makes its folders, and hands its files on. Links are made last, so that
 * nothing is ever written through one.
 */
final class TarReader {

    private static final String PREFIX = "go/";
    private static final int RECORD = 512;
    private static final int MAX_HEADER = 64 << 10;
    private static final long REPORT_EVERY = 8 << 20;

    private final TarInput input;
    private final TarArchiveInputStream tar;
    private final UnpackLimits limits;
    private final Refusal refusal;
    private final NameBook names;
    private final Folders folders;
    private final List<TreeEntry> links = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();
    private int entries;
    private long bytes;
    private long reported;

    TarReader(TarInput input, Staging staging, UnpackLimits limits, Refusal refusal) {
        this.input = input;
        this.limits = limits;
        this.refusal = refusal;
        tar = new TarArchiveInputStream(input, 20 * RECORD, RECORD, "UTF-8", false);
        names = new NameBook(refusal);
        folders = new Folders(staging);
    }

    /** Reads all, to the archive's last byte; says so every few megabytes and at the end. */
    void read(TarTree tree, Runnable progress) throws VerificationException, StoreException, InterruptedException {
        for (TarArchiveEntry entry = next(); entry != null; entry = next()) {
            take(entry, tree);
            if (bytes - reported >= REPORT_EVERY) {
                reported = bytes;
                progress.run();
            }
        }
        progress.run();
    }

    /** The links, which are not made yet. */
    List<TreeEntry> links() {
        return links;
    }

    List<String> leftOut() {
        return leftOut;
    }

    private TarArchiveEntry next() throws VerificationException, StoreException, InterruptedException {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedException();
        }
        try {
            input.header(MAX_HEADER);
            TarArchiveEntry entry = tar.getNextEntry();
            if (entry == null) {
                end();
            } else {
                input.content();
            }
            return entry;
        } catch (VerificationException | StoreException e) {
            throw e;
        } catch (InterruptedIOException e) {
            throw new InterruptedException();
        } catch (IOException | RuntimeException e) {
            throw refusal.because("its tar is damaged after entry " + entries + ": " + e.getMessage(), e);
        }
    }

    /** The end is two records of zeros, and then nothing else than zeros, not more of them than a header may have. */
    private void end() throws IOException {
        if (input.headerBytes() < 2 * RECORD) {
            throw refusal.because("it is cut off: its tar has no end");
        }
        while (input.skip(MAX_HEADER) > 0) {
            // counts and looks at what it skips
        }
        if (!input.onlyZeros()) {
            throw refusal.because("it has something after the end of its tar");
        }
    }

    private void take(TarArchiveEntry entry, TarTree tree)
            throws VerificationException, StoreException, InterruptedException {
        String name = entry.getName();
        if (++entries > limits.maxEntries()) {
            throw refusal.because("it has more than " + limits.maxEntries() + " entries");
        }
        String path = PrefixedName.path(name, PREFIX, limits, refusal);
        if (!entry.isCheckSumOK()) {
            throw refusal.entry(name, "has a damaged header");
        }
        if (entry.isSparse()) {
            throw refusal.entry(name, "is sparse, as nothing in an archive of Go is");
        }
        switch (entry.getLinkFlag()) {
            case TarConstants.LF_OLDNORM, TarConstants.LF_NORMAL -> {
                if (name.endsWith("/")) {
                    folder(entry, path);
                } else {
                    file(entry, path, tree);
                }
            }
            case TarConstants.LF_DIR -> folder(entry, path);
            case TarConstants.LF_SYMLINK -> link(entry, path);
            case TarConstants.LF_LINK -> throw refusal.entry(name, "is a hard link, as nothing in an archive of Go is");
            default -> throw refusal.entry(name, "is neither a file, a folder nor a link");
        }
    }

    private void folder(TarArchiveEntry entry, String path) throws VerificationException, StoreException {
        if (entry.getSize() != 0) {
            throw refusal.entry(entry.getName(), "is a folder with content");
        }
        if (!path.isEmpty() && !LocalNames.leavesOut(path)) {
            names.folder(path);
            folders.make(path);
        }
    }

    private void link(TarArchiveEntry entry, String path) throws VerificationException, StoreException {
        String target = entry.getLinkName();
        String flaw = path.isEmpty() || entry.getSize() != 0
                ? "is a link with content"
                : LinkTarget.flaw(path, target, limits.maxNameLength());
        if (flaw != null) {
            throw refusal.entry(entry.getName(), flaw);
        }
        names.file(path);
        folders.parentOf(path);
        links.add(new TreeEntry(path, 0, false, Sha256.hexOf(target.getBytes(StandardCharsets.UTF_8)), target));
    }

    private void file(TarArchiveEntry entry, String path, TarTree tree)
            throws VerificationException, StoreException, InterruptedException {
        String name = entry.getName();
        long size = entry.getSize();
        if (size > limits.maxFileBytes()) {
            throw refusal.entry(name, "would unpack to more than " + limits.maxFileBytes() + " bytes");
        }
        bytes += size;
        if (bytes > limits.maxBytes()) {
            throw refusal.because("it would unpack to more than " + limits.maxBytes() + " bytes");
        }
        names.file(path);
        if (LocalNames.leavesOut(path)) {
            leftOut.add(path);
            drain(new byte[8192]);
            return;
        }
        folders.parentOf(path);
        boolean executable = (entry.getMode() & 0100) != 0;
        long seconds = Math.max(0, entry.getLastModifiedTime().toMillis() / 1000);
        if (!tree.file(path, size, executable, seconds, this::content)) {
            throw refusal.entry(name, "is cut off");
        }
    }

    private void drain(byte[] buffer) throws VerificationException, StoreException, InterruptedException {
        while (content(buffer, 0, buffer.length) > 0) {
            // only to be at the next header
        }
    }

    private int content(byte[] target, int offset, int length)
            throws VerificationException, StoreException, InterruptedException {
        try {
            return tar.read(target, offset, length);
        } catch (VerificationException | StoreException e) {
            throw e;
        } catch (InterruptedIOException e) {
            throw new InterruptedException();
        } catch (IOException | RuntimeException e) {
            throw refusal.because("its tar is damaged in entry " + entries + ": " + e.getMessage(), e);
        }
    }
}
