package io.jenkins.plugins.gotoolchain.store;

import io.jenkins.plugins.gotoolchain.failure.StoreException;
import io.jenkins.plugins.gotoolchain.failure.VerificationException;
import io.jenkins.plugins.gotoolchain.tree.TreeEntry;
import io.jenkins.plugins.gotoolchain.tree.TreeManifest;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A toolchain's folder outside of this store: in an image, or installed by other means. It is only read, so it may
 * belong to someone else, on a read-only disk.
 */
public final class ForeignToolchain {

    private static final int VERSION_LIMIT = 64 * 1024;

    private final Path home;

    private ForeignToolchain(Path home) {
        this.home = home;
    }

    /**
     * @param home absolute; may be a link to the folder
     * @throws StoreException where there is no folder with a {@code go} command that can be executed
     */
    public static ForeignToolchain in(Path home, boolean windows) throws StoreException {
        if (!home.isAbsolute()) {
            throw new StoreException("\"" + home + "\" is no absolute path", "name the toolchain's folder with its whole path");
        }
        Path real;
        try {
            real = home.toRealPath();
        } catch (IOException e) {
            throw new StoreException("There is no folder " + home, "correct the path, or put the toolchain there");
        }
        Path go = real.resolve("bin").resolve(windows ? "go.exe" : "go");
        if (!Files.isRegularFile(go) || !Files.isExecutable(go)) {
            throw new StoreException(home + " is no toolchain: there is no " + go + " that can be executed",
                    "name the folder that has bin/go in it");
        }
        return new ForeignToolchain(real);
    }

    /** Whether a receipt came with it. */
    public boolean hasReceipt() {
        return Files.exists(home.resolve(MetaFiles.RECEIPT));
    }

    /** As the file VERSION says; empty where it names no release. */
    public Optional<GoVersion> version() {
        try {
            String text = new String(MetaFiles.read(home.resolve("VERSION"), VERSION_LIMIT), StandardCharsets.UTF_8);
            String first = text.lines().findFirst().orElse("").strip();
            return first.startsWith("go") && GoVersion.isValid(first.substring(2))
                    ? Optional.of(new GoVersion(first.substring(2)))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Its receipt with the signatures under it, for somebody else to check. */
    public SignedReceipt signedReceipt() throws IOException {
        return SignedReceipt.in(home);
    }

    /**
     * Looks at the whole tree by {@code stat}, and reads what was written since it was proven.
     *
     * @return its receipt, where receipt and tree verify and meet the demands
     * @throws VerificationException where they do not
     */
    public Receipt verified(ReceiptDemands demands) throws VerificationException, InterruptedException {
        return toolchain(demands).receipt();
    }

    /** As {@link #verified}, to be used where it is. */
    Toolchain toolchain(ReceiptDemands demands) throws VerificationException, InterruptedException {
        byte[] receiptBytes;
        Receipt receipt;
        try {
            receiptBytes = MetaFiles.read(home.resolve(MetaFiles.RECEIPT), ReceiptJson.LIMIT);
            receipt = ReceiptJson.read(receiptBytes);
        } catch (IOException e) {
            throw refused("its receipt cannot be read (" + e.getMessage() + ")");
        }
        String name = StoreRoot.name(receipt.version(), receipt.platform());
        Stamp stamp = Stamp.read(home);
        Examination examination =
                Examination.quick(home, name, stamp != null && stamp.isOf(receiptBytes, name) ? stamp : null);
        if (!examination.report().isSound()) {
            throw refused(examination.report().summary());
        }
        Optional<String> objection = demands.objection(receipt);
        if (objection.isEmpty()) {
            objection = demands.objectionToSignature(receiptBytes, home);
        }
        if (objection.isPresent()) {
            throw refused(objection.get());
        }
        return new Toolchain(home, receipt, receiptBytes);
    }

    /**
     * Reads every byte and holds it against the receipt that is there. Nothing is put aside: it is not this store's.
     *
     * @param asked what the report calls its folder
     */
    public Audited audit(String asked, AuditBudget budget) throws InterruptedException {
        long start = System.nanoTime();
        Receipt receipt = null;
        try {
            receipt = ReceiptJson.read(MetaFiles.read(home.resolve(MetaFiles.RECEIPT), ReceiptJson.LIMIT));
        } catch (IOException e) {
            // the examination says so
        }
        String name = receipt == null ? "" : StoreRoot.name(receipt.version(), receipt.platform());
        VerifyReport report = Examination.full(home, name, new Pace(budget.bytesPerSecond())).report();
        return new Audited(
                asked,
                receipt == null ? null : receipt.version(),
                receipt == null ? null : receipt.platform(),
                report,
                "",
                (System.nanoTime() - start) / 1_000_000);
    }

    /**
     * Reads every byte and holds it against a toolchain that is proven. What only one of the two packagings of a
     * release has ({@code _go.mod}; documentation and tests) makes no difference.
     */
    public VerifyReport comparedWith(Toolchain proven) throws IOException, InterruptedException {
        TreeManifest manifest = TreeManifest.parse(
                MetaFiles.read(proven.home().resolve(MetaFiles.MANIFEST), MetaFiles.MANIFEST_LIMIT));
        if (!manifest.digest().equals(proven.receipt().treeDigest())) {
            return VerifyReport.unreadable("the manifest of " + proven + " is not the one that its receipt names", null);
        }
        TreeComparison tree = TreeComparison.of(home, manifest, false);
        List<TreeEntry> read = new ArrayList<>();
        Set<String> there = new HashSet<>();
        long bytes = 0;
        for (TreeComparison.Present one : tree.present) {
            read.add(one.entry());
            there.add(one.entry().path());
            bytes += one.entry().size();
        }
        List<String> missing = new ArrayList<>(tree.missing);
        missing.removeIf(path -> isModuleCopy(path) && there.contains(original(path)) || isForReading(path));
        List<String> changed = new ArrayList<>(tree.changed);
        changed.addAll(ByteComparison.changed(home, read, Pace.FREE));
        changed.sort(null);
        List<String> extra = new ArrayList<>(tree.extra);
        extra.removeIf(path -> !Watched.harmfulIfAdded(path) || isModuleCopy(path) && there.contains(original(path)));
        return new VerifyReport(manifest.files(), bytes, List.of(), missing, changed, extra, tree.modeChanged, "");
    }

    /** The module has none of these. */
    private static boolean isForReading(String path) {
        return path.startsWith("api/") || path.startsWith("doc/") || path.startsWith("misc/") || path.startsWith("test/");
    }

    private static boolean isModuleCopy(String path) {
        return path.equals("_go.mod") || path.endsWith("/_go.mod");
    }

    private static String original(String path) {
        return path.substring(0, path.length() - "_go.mod".length()) + "go.mod";
    }

    private VerificationException refused(String why) {
        return new VerificationException(
                "The toolchain in " + home + " is not used: " + why,
                "make the image anew, or take it off this node's locations and layers, so that the toolchain is installed");
    }
}
