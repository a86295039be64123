package io.jenkins.plugins.gotoolchain.archive;

import io.jenkins.plugins.gotoolchain.failure.StoreException;
import io.jenkins.plugins.gotoolchain.failure.VerificationException;
import io.jenkins.plugins.gotoolchain.tree.TreeEntry;
import io.jenkins.plugins.gotoolchain.tree.TreeManifest;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Unpacks a zip's entries to their places, on two threads, largest first: each takes the next entry and reads, inflates,
 * checks, hashes and writes it in one pass.
 */
final class ZipTree {

    private static final int BUFFER = 256 << 10;
    private static final long REPORT_EVERY = 4 << 20;
    private static final String EMPTY_SHA256 = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    private final Staging staging;
    private final FileChannel file;
    private final Refusal refusal;
    private final UnpackProgress progress;
    private final long total;
    private final Crew crew = new Crew(1, () -> {});
    private final AtomicInteger next = new AtomicInteger();
    private final List<TreeEntry> tree = new ArrayList<>();
    private long done;

    ZipTree(Staging staging, FileChannel file, Refusal refusal, UnpackProgress progress) throws IOException {
        this.staging = staging;
        this.file = file;
        total = file.size();
        this.refusal = refusal;
        this.progress = progress;
    }

    Unpacked unpack(List<ZipMember> members, List<Placement> placements)
            throws VerificationException, StoreException, InterruptedException {
        checkFolders(members);
        List<String> leftOut = new ArrayList<>();
        Folders folders = new Folders(staging);
        for (Placement placement : placements) {
            if (placement.path() == null) {
                leftOut.add(placement.member().name());
            } else {
                folders.parentOf(placement.path());
            }
        }
        List<Placement> largestFirst = new ArrayList<>(placements);
        largestFirst.sort((a, b) -> Long.compare(b.member().size(), a.member().size()));
        String[] digests = new String[members.size()];
        crew.run(number -> work(largestFirst, digests));
        progress.advanced(total, total);
        List<StoredFile> stored = new ArrayList<>(members.size());
        for (int i = 0; i < digests.length; i++) {
            stored.add(new StoredFile(members.get(i).name(), digests[i] == null ? EMPTY_SHA256 : digests[i]));
        }
        return new Unpacked(TreeManifest.of(tree), null, stored, leftOut);
    }

    /** Folders come to be with their files; what the archive has of them need only be what it says. */
    private void checkFolders(List<ZipMember> members)
            throws VerificationException, StoreException, InterruptedException {
        try (MemberReader reader = new MemberReader(file, refusal, 4 << 10)) {
            for (ZipMember member : members) {
                if (member.isFolder()) {
                    reader.read(member, (data, offset, length) -> {});
                }
            }
        }
    }

    private void work(List<Placement> placements, String[] digests)
            throws VerificationException, StoreException, InterruptedException {
        List<TreeEntry> mine = new ArrayList<>();
        TreeWriter writer = new TreeWriter(staging);
        long packed = 0;
        try (MemberReader reader = new MemberReader(file, refusal, BUFFER)) {
            for (int i = next.getAndIncrement(); i < placements.size() && !crew.stopped(); i = next.getAndIncrement()) {
                Placement placement = placements.get(i);
                digests[placement.order()] = placement.path() == null
                        ? hash(placement.member(), reader)
                        : place(placement, placement.path(), reader, writer, mine);
                if (placement.copy() != null) {
                    place(placement, placement.copy(), reader, writer, mine);
                }
                packed += placement.member().packed();
                if (packed >= REPORT_EVERY) {
                    report(packed);
                    packed = 0;
                }
            }
        } finally {
            writer.abandon();
        }
        synchronized (this) {
            tree.addAll(mine);
        }
    }

    private static String hash(ZipMember member, MemberReader reader)
            throws VerificationException, StoreException, InterruptedException {
        MessageDigest sha256 = Sha256.start();
        reader.read(member, sha256::update);
        return Sha256.hex(sha256);
    }

    private static String place(
            Placement placement, String path, MemberReader reader, TreeWriter writer, List<TreeEntry> tree)
            throws VerificationException, StoreException, InterruptedException {
        ZipMember member = placement.member();
        writer.open(path, placement.executable());
        reader.read(member, writer::write);
        String digest = writer.close(member.seconds());
        tree.add(TreeEntry.file(path, member.size(), placement.executable(), digest));
        return digest;
    }

    private synchronized void report(long packed) {
        done += packed;
        progress.advanced(done, total);
    }
}
