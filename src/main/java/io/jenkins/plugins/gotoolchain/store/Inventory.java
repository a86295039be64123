package io.jenkins.plugins.gotoolchain.store;

import io.jenkins.plugins.gotoolchain.failure.StoreException;
import io.jenkins.plugins.gotoolchain.failure.VersionException;
import io.jenkins.plugins.gotoolchain.release.Platform;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What is in the store, by names and receipts. */
final class Inventory {

    private final StoreRoot root;
    private final Clock clock;

    Inventory(StoreRoot root, Clock clock) {
        this.root = root;
        this.clock = clock;
    }

    List<Listed> list() throws StoreException {
        List<Listed> found = new ArrayList<>();
        for (Path entry : Sweeper.entries(root.path())) {
            String name = entry.getFileName().toString();
            int dot = name.lastIndexOf('.');
            if (name.startsWith("go") && dot > 0) {
                try {
                    GoVersion version = GoVersion.parse(name.substring(0, dot));
                    Platform platform = Platform.parse(name.substring(dot + 1).replace('-', '/'));
                    if (StoreRoot.name(version, platform).equals(name)) {
                        found.add(listed(entry, name, version, platform));
                    }
                } catch (VersionException e) {
                    // someone else's folder
                }
            }
        }
        found.sort(Comparator.comparing(Listed::version).reversed().thenComparing(one -> one.platform().toString()));
        return found;
    }

    private Listed listed(Path home, String name, GoVersion version, Platform platform) throws StoreException {
        Receipt receipt = null;
        String problem = "";
        try {
            receipt = receipt(home, name);
        } catch (NoSuchFileException e) {
            problem = "there is no receipt";
        } catch (IOException e) {
            problem = "the receipt does not count: " + e.getMessage();
        }
        long used = new LastUse(root.lockFile(name, "used"), clock).millis();
        long read = 0;
        if (receipt != null) {
            used = Math.max(used, receipt.time().toEpochMilli());
            read = Math.max(
                    new LastUse(root.lockFile(name, "read"), clock).millis(), receipt.time().toEpochMilli());
        }
        return new Listed(
                home.toString(), version, platform, receipt, problem, used, read, LeaseFile.isHeld(root.lockFile(name, "lease")));
    }

    private static Receipt receipt(Path home, String name) throws IOException {
        if (!Files.isDirectory(home, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException("this is a link or a file");
        }
        Receipt receipt = ReceiptJson.read(MetaFiles.read(home.resolve(MetaFiles.RECEIPT), ReceiptJson.LIMIT));
        if (!StoreRoot.name(receipt.version(), receipt.platform()).equals(name)) {
            throw new IOException("it is of Go " + receipt.version() + " for " + receipt.platform());
        }
        return receipt;
    }
}
