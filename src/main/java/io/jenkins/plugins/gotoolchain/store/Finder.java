package io.jenkins.plugins.gotoolchain.store;

import io.jenkins.plugins.gotoolchain.failure.StoreException;
import io.jenkins.plugins.gotoolchain.release.Platform;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Finds toolchains, and refuses those that are damaged or stale. The short way, by the stamp, is on the path of every
 * build: no JSON, no digests, no streams there.
 */
final class Finder {

    /** How long one look at the whole tree counts, in milliseconds. */
    static final long WHOLE_COUNTS_FOR = 10 * 60 * 1000L;

    private final StoreRoot root;
    private final Aside aside;
    private final Clock clock;

    Finder(StoreRoot root, Aside aside, Clock clock) {
        this.root = root;
        this.aside = aside;
        this.clock = clock;
    }

    Optional<Toolchain> find(
            GoVersion version, Platform platform, ReceiptDemands demands, Consumer<String> notices)
            throws StoreException, InterruptedException {
        String name = StoreRoot.name(version, platform);
        Path home = root.path().resolve(name);
        if (!Files.exists(home, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        Stamp stamp = Stamp.read(home);
        byte[] receiptBytes = stamp == null ? null : receiptBytes(home);
        if (stamp != null && (receiptBytes == null || !stamp.isOf(receiptBytes, name))) {
            stamp = null;
        }
        if (stamp == null || !isWholeRecent(name) || !isFolder(home) || !QuickCheck.agrees(home, stamp)) {
            Examination examination = Examination.quick(home, name, stamp);
            if (!examination.report().isSound()) {
                return refuseDamaged(home, version, platform, examination, notices);
            }
            receiptBytes = examination.receiptBytes();
            stamp = restamp(home, name, examination, stamp);
            wholeNow(name);
        }
        Optional<String> objection = demands.objection(stamp.archiveSha256(), stamp.met());
        if (objection.isPresent()) {
            refuseStale(home, name, version, platform, receiptBytes, objection.get(), notices);
            return Optional.empty();
        }
        lastUse(name).now();
        return Optional.of(new Toolchain(home, version, platform, receiptBytes));
    }

    private static byte[] receiptBytes(Path home) {
        try {
            return MetaFiles.read(home.resolve(MetaFiles.RECEIPT), ReceiptJson.LIMIT);
        } catch (IOException e) {
            return null;
        }
    }

    private static boolean isFolder(Path home) {
        return Files.isDirectory(home, LinkOption.NOFOLLOW_LINKS);
    }

    private boolean isWholeRecent(String name) throws StoreException {
        return new LastUse(root.lockFile(name, "whole"), clock).within(WHOLE_COUNTS_FOR);
    }

    /** Notes that the whole tree was looked at just now. */
    void wholeNow(String name) throws StoreException {
        new LastUse(root.lockFile(name, "whole"), clock).now();
    }

    private LastUse lastUse(String name) throws StoreException {
        return new LastUse(root.lockFile(name, "used"), clock);
    }

    /** A copied tree has other times: once its bytes were compared, the new ones count. */
    private static Stamp restamp(Path home, String name, Examination examination, Stamp old) {
        try {
            Stamp stamp = Stamp.of(
                    home, name, examination.receipt(), examination.receiptBytes(), examination.manifest());
            if (!stamp.equals(old)) {
                Path temporary = home.resolve(MetaFiles.STAMP + "-" + Long.toString(System.nanoTime(), 36));
                MetaFiles.write(temporary, stamp.text());
                Files.move(temporary, home.resolve(MetaFiles.STAMP), StandardCopyOption.ATOMIC_MOVE);
            }
            return stamp;
        } catch (IOException e) {
            return fromReceipt(name, examination);
        }
    }

    private static Stamp fromReceipt(String name, Examination examination) {
        java.util.List<String> met = new java.util.ArrayList<>();
        for (ReceiptEvidence one : examination.receipt().evidence()) {
            met.add(one.kind());
        }
        return new Stamp(
                0, 0, name, examination.receipt().archiveSha256(), met, 0, java.util.List.of(), java.util.List.of());
    }

    private Optional<Toolchain> refuseDamaged(
            Path home, GoVersion version, Platform platform, Examination examination, Consumer<String> notices)
            throws InterruptedException {
        String what = "Go " + version + " for " + platform + " in " + home + " is damaged ("
                + examination.report().summary() + ")";
        try {
            Path where = aside.putAside(home, examination.receiptBytes(), what);
            notices.accept(what + (where == null ? "" : "; it was put aside as " + where));
        } catch (StoreException e) {
            notices.accept(what + "; it is not used, and could not be put aside: " + e.problem());
        }
        return Optional.empty();
    }

    Optional<Path> putAside(GoVersion version, Platform platform, VerifyReport report)
            throws StoreException, InterruptedException {
        Path home = root.home(version, platform);
        String why = "Go " + version + " for " + platform + " in " + home + " is damaged (" + report.summary() + ")";
        return Optional.ofNullable(aside.putAside(home, receiptBytes(home), why));
    }

    private void refuseStale(
            Path home,
            String name,
            GoVersion version,
            Platform platform,
            byte[] receiptBytes,
            String objection,
            Consumer<String> notices)
            throws StoreException, InterruptedException {
        String what = "Go " + version + " for " + platform + " in " + home + " is stale: " + objection;
        if (Inventory.isInUse(root.lockFile(name, "lease"))) {
            notices.accept(what + "; it is in use, so it stays until another one takes its place");
            return;
        }
        try {
            Path where = aside.putAside(home, receiptBytes, what);
            notices.accept(what + (where == null ? "" : "; it was put aside as " + where));
        } catch (StoreException e) {
            notices.accept(what + "; it is not used, and could not be put aside: " + e.problem());
        }
    }

    Lease lease(Toolchain toolchain, long longest) throws StoreException, InterruptedException {
        String name = toolchain.name();
        HeldLock lock = null;
        try {
            root.prepare();
            lock = new LockWait("Go " + toolchain.version() + " to be usable", root.lockFile(name, "lease"), notice -> {})
                    .shared(longest);
        } catch (StoreException e) {
            if (Files.isWritable(root.path())) {
                throw e;
            }
        }
        if (!Files.exists(toolchain.home().resolve(MetaFiles.RECEIPT), LinkOption.NOFOLLOW_LINKS)) {
            if (lock != null) {
                lock.close();
            }
            throw new StoreException(toolchain + " was removed by someone else just now", "run again");
        }
        return new Lease(lock, lastUse(name));
    }
}
