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
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Finds toolchains, and refuses those that are damaged or stale. The short way, by the stamp, is on the path of every
 * build: no JSON, no digests, no streams there.
 */
final class Finder {

    /** How long one look at the whole tree counts, in milliseconds. */
    private static final long WHOLE_COUNTS_FOR = 10 * 60 * 1000L;

    /** Others may replace it while it is looked at: then it is looked at again, so many times at most. */
    static final int LOOKS = 3;

    private final StoreRoot root;
    private final Gate gate;
    private final Clock clock;

    Finder(StoreRoot root, Gate gate, Clock clock) {
        this.root = root;
        this.gate = gate;
        this.clock = clock;
    }

    Optional<Toolchain> find(
            GoVersion version, Platform platform, ReceiptDemands demands, Consumer<String> notices)
            throws StoreException, InterruptedException {
        Path home = root.home(version, platform);
        for (int look = 0; look < LOOKS && Files.exists(home, LinkOption.NOFOLLOW_LINKS); look++) {
            Look seen = look(home, version, platform, demands);
            if (seen.found != null) {
                lastUse(seen.found.name()).now();
                return Optional.of(seen.found);
            }
            if (refuse(home, seen, notices)) {
                break;
            }
        }
        return Optional.empty();
    }

    /** As {@link #find}, but it is no use of it, and nothing is put aside. */
    Optional<Toolchain> peek(GoVersion version, Platform platform) throws StoreException, InterruptedException {
        Path home = root.home(version, platform);
        return Files.exists(home, LinkOption.NOFOLLOW_LINKS)
                ? Optional.ofNullable(look(home, version, platform, ReceiptDemands.NONE).found)
                : Optional.empty();
    }

    /** What one look saw: a toolchain, or why there is none, and the receipt that it judged. */
    private static final class Look {
        final Toolchain found;
        final byte[] judged;
        final String damage;
        final String objection;

        Look(Toolchain found, byte[] judged, String damage, String objection) {
            this.found = found;
            this.judged = judged;
            this.damage = damage;
            this.objection = objection;
        }
    }

    private Look look(Path home, GoVersion version, Platform platform, ReceiptDemands demands)
            throws StoreException, InterruptedException {
        String name = StoreRoot.name(version, platform);
        Stamp stamp = Stamp.read(home);
        byte[] receiptBytes = stamp == null ? null : receiptBytes(home);
        if (stamp != null && (receiptBytes == null || !stamp.isOf(receiptBytes, name))) {
            stamp = null;
        }
        if (stamp == null || !isWholeRecent(name) || !isFolder(home) || !QuickCheck.agrees(home, stamp)) {
            Examination examination = Examination.quick(home, name, stamp);
            receiptBytes = examination.receiptBytes();
            if (!examination.report().isSound()) {
                return new Look(null, receiptBytes, examination.report().summary(), null);
            }
            stamp = restamp(home, name, examination, stamp);
            wholeNow(name);
        }
        Optional<String> objection = demands.objection(stamp.archiveSha256(), stamp.moduleHash(), stamp.met());
        if (objection.isEmpty() && demands.asksForSource()) {
            objection = objectionToSource(receiptBytes, demands);
        }
        if (objection.isEmpty()) {
            objection = demands.objectionToSignature(receiptBytes, home);
        }
        if (objection.isPresent()) {
            return new Look(null, receiptBytes, null, objection.get());
        }
        return new Look(new Toolchain(home, version, platform, receiptBytes), receiptBytes, null, null);
    }

    /** The stamp does not say where it is from, the receipt does. */
    private static Optional<String> objectionToSource(byte[] receiptBytes, ReceiptDemands demands) {
        try {
            return demands.objection(ReceiptJson.read(receiptBytes));
        } catch (IOException e) {
            return Optional.of("its receipt cannot be read (" + e.getMessage() + ")");
        }
    }

    static byte[] receiptBytes(Path home) {
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

    /** Notes that the whole tree was looked at just now; where that cannot be kept, it is looked at every time. */
    void wholeNow(String name) throws StoreException {
        try {
            root.prepare();
        } catch (StoreException e) {
            return;
        }
        new LastUse(root.lockFile(name, "whole"), clock).now();
    }

    private LastUse lastUse(String name) throws StoreException {
        return new LastUse(root.lockFile(name, "used"), clock);
    }

    /** A copied tree has other times: once its bytes were compared, the new ones count. */
    private static Stamp restamp(Path home, String name, Examination examination, Stamp old) {
        try {
            Stamp stamp = Stamp.of(
                    home,
                    name,
                    examination.receipt(),
                    examination.receiptBytes(),
                    examination.manifest(),
                    examination.youngest());
            if (!stamp.equals(old)) {
                Path temporary = home.resolve(MetaFiles.STAMP + "-" + Long.toString(System.nanoTime(), 36));
                MetaFiles.write(temporary, stamp.text());
                Files.move(temporary, home.resolve(MetaFiles.STAMP), StandardCopyOption.ATOMIC_MOVE);
            }
            return stamp;
        } catch (IOException e) {
            return unkept(name, examination);
        }
    }

    /** What demands are compared with where the folder cannot be written to. */
    private static Stamp unkept(String name, Examination examination) {
        Receipt receipt = examination.receipt();
        return new Stamp(0, 0, name, receipt.archiveSha256(), receipt.moduleHash(), receipt.met(), 0, List.of(), List.of());
    }

    /** @return false where something else is there by now, which deserves its own look */
    private boolean refuse(Path home, Look seen, Consumer<String> notices) throws StoreException, InterruptedException {
        String what = "The toolchain in " + home
                + (seen.damage == null ? " is stale: " + seen.objection : " is damaged: " + seen.damage);
        if (seen.damage == null && LeaseFile.isHeld(root.lockFile(home.getFileName().toString(), "lease"))) {
            notices.accept(what + ". It is in use, so it stays until another one takes its place.");
            return true;
        }
        try {
            Path where = new Aside(root, gate, clock).putAside(home, seen.judged, what);
            if (where == null) {
                return false;
            }
            notices.accept(what + ". It was put aside as " + where + ".");
        } catch (StoreException e) {
            notices.accept(what + ". It is not used, and could not be put aside: " + e.problem() + ".");
        }
        return true;
    }
}
