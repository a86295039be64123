package io.jenkins.plugins.gotoolchain.store;

import io.jenkins.plugins.gotoolchain.tree.TreeEntry;
import io.jenkins.plugins.gotoolchain.tree.TreeManifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Looks at a whole toolchain: receipt, manifest, every file by {@code stat}, and by its bytes each file that was
 * written after the stamp or that a build executes and that is not as the stamp says.
 *
 * @param receipt null where there is none that counts
 * @param manifest null where there is none that counts
 * @param youngest when the youngest file was last written, in seconds since 1970
 */
record Examination(Receipt receipt, byte[] receiptBytes, TreeManifest manifest, long youngest, VerifyReport report) {

    /** How far apart a file system's and an archive's idea of the same second may be. */
    private static final long SLACK = 1;

    /** @param stamp may be null: then everything that is executed is read */
    static Examination quick(Path home, String name, Stamp stamp) throws InterruptedException {
        return examine(home, name, stamp, null);
    }

    /** Reads every byte. */
    static Examination full(Path home, String name, Pace pace) throws InterruptedException {
        return examine(home, name, null, pace);
    }

    /** @param all how fast every byte is read; null where only those are that need it */
    private static Examination examine(Path home, String name, Stamp stamp, Pace all) throws InterruptedException {
        if (!Files.isDirectory(home, LinkOption.NOFOLLOW_LINKS)) {
            return broken(null, "a link or a file stands where the toolchain's folder should be");
        }
        byte[] receiptBytes;
        try {
            receiptBytes = MetaFiles.read(home.resolve(MetaFiles.RECEIPT), ReceiptJson.LIMIT);
        } catch (NoSuchFileException e) {
            return broken(null, "there is no receipt");
        } catch (IOException e) {
            return broken(null, "the receipt cannot be read (" + e.getMessage() + ")");
        }
        Receipt receipt;
        TreeManifest manifest;
        try {
            receipt = ReceiptJson.read(receiptBytes);
        } catch (IOException e) {
            return broken(receiptBytes, "the receipt is not valid (" + e.getMessage() + ")");
        }
        if (!StoreRoot.name(receipt.version(), receipt.platform()).equals(name)) {
            return broken(
                    receiptBytes, "the receipt is of Go " + receipt.version() + " for " + receipt.platform());
        }
        try {
            manifest = TreeManifest.parse(MetaFiles.read(home.resolve(MetaFiles.MANIFEST), MetaFiles.MANIFEST_LIMIT));
        } catch (IOException e) {
            return broken(receiptBytes, "the manifest cannot be read (" + e.getMessage() + ")");
        }
        if (!manifest.digest().equals(receipt.treeDigest())) {
            return broken(receiptBytes, "the manifest is not the one that the receipt names");
        }
        try {
            return compare(home, receipt, receiptBytes, manifest, stamp, all);
        } catch (IOException e) {
            return broken(receiptBytes, "the folder cannot be read (" + e.getMessage() + ")");
        }
    }

    private static Examination compare(
            Path home, Receipt receipt, byte[] receiptBytes, TreeManifest manifest, Stamp stamp, Pace pace)
            throws IOException, InterruptedException {
        boolean all = pace != null;
        TreeComparison tree = TreeComparison.of(home, manifest, all);
        List<TreeEntry> toRead = all ? allOf(tree) : suspects(tree, stamp);
        List<String> changed = new ArrayList<>(tree.changed);
        changed.addAll(ByteComparison.changed(home, toRead, all ? pace : Pace.FREE));
        changed.sort(null);
        List<String> extra = all ? tree.extra : harmful(tree.extra);
        long bytes = 0;
        for (TreeEntry entry : toRead) {
            bytes += entry.size();
        }
        VerifyReport report = new VerifyReport(
                manifest.files(), bytes, List.of(), tree.missing, changed, extra, tree.modeChanged,
                VerifyReport.receiptName(receiptBytes));
        return new Examination(receipt, receiptBytes, manifest, tree.youngest, report);
    }

    private static List<TreeEntry> allOf(TreeComparison tree) {
        List<TreeEntry> all = new ArrayList<>(tree.present.size());
        for (TreeComparison.Present one : tree.present) {
            all.add(one.entry());
        }
        return all;
    }

    private static List<TreeEntry> suspects(TreeComparison tree, Stamp stamp) {
        Map<String, Stamp.Looked> looked = new HashMap<>();
        if (stamp != null) {
            for (Stamp.Looked file : stamp.files()) {
                looked.put(file.path(), file);
            }
        }
        List<TreeEntry> suspects = new ArrayList<>();
        for (TreeComparison.Present one : tree.present) {
            if (stamp == null || one.seconds() > stamp.at() + SLACK) {
                suspects.add(one.entry());
            } else if (Watched.onEveryUse(one.entry().path())) {
                Stamp.Looked file = looked.get(one.entry().path());
                if (file == null || file.seconds() != one.seconds()) {
                    suspects.add(one.entry());
                }
            }
        }
        return suspects;
    }

    private static List<String> harmful(List<String> extra) {
        List<String> harmful = new ArrayList<>();
        for (String path : extra) {
            if (Watched.harmfulIfAdded(path)) {
                harmful.add(path);
            }
        }
        return harmful;
    }

    private static Examination broken(byte[] receiptBytes, String problem) {
        return new Examination(null, receiptBytes, null, 0, VerifyReport.unreadable(problem, receiptBytes));
    }
}
