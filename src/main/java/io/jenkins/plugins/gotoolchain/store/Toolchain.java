package io.jenkins.plugins.gotoolchain.store;

import io.jenkins.plugins.gotoolchain.release.Platform;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** An installed toolchain that was found to be as its receipt says. */
public final class Toolchain {

    private final Path home;
    private final GoVersion version;
    private final Platform platform;
    private final byte[] receiptBytes;
    private Receipt receipt;

    /** With a receipt that is read when it is asked for: reading JSON is most of a short run's time. */
    Toolchain(Path home, GoVersion version, Platform platform, byte[] receiptBytes) {
        this.home = home;
        this.version = version;
        this.platform = platform;
        this.receiptBytes = receiptBytes;
    }

    Toolchain(Path home, Receipt receipt, byte[] receiptBytes) {
        this(home, receipt.version(), receipt.platform(), receiptBytes);
        this.receipt = receipt;
    }

    /** The toolchain's folder, {@code GOROOT}. */
    public Path home() {
        return home;
    }

    public GoVersion version() {
        return version;
    }

    public Platform platform() {
        return platform;
    }

    /** @throws UncheckedIOException where someone wrote a receipt by hand that only seems to be the one published */
    public synchronized Receipt receipt() {
        if (receipt == null) {
            try {
                receipt = ReceiptJson.read(receiptBytes);
            } catch (IOException e) {
                throw new UncheckedIOException("the receipt in " + home + " cannot be read: " + e.getMessage(), e);
            }
        }
        return receipt;
    }

    /** Its receipt with the signatures under it, for somebody else to check. */
    public SignedReceipt signedReceipt() {
        return new SignedReceipt(receiptBytes.clone(), ReceiptSignatures.read(home));
    }

    /** The folder's name under the root. */
    String name() {
        return StoreRoot.name(version, platform);
    }

    byte[] receiptBytes() {
        return receiptBytes;
    }

    @Override
    public String toString() {
        return "Go " + version + " for " + platform + " in " + home;
    }
}
