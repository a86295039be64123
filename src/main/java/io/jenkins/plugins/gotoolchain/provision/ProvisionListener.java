package io.jenkins.plugins.gotoolchain.provision;

import io.jenkins.plugins.gotoolchain.transfer.TransferProgress;

/** Told how a toolchain gets to its place. Must return at once; may be called from several threads. */
public interface ProvisionListener {

    ProvisionListener SILENT = new ProvisionListener() {};

    /** Something that the user should know, in a whole sentence: an old answer used, a damaged toolchain put aside. */
    default void notice(String text) {}

    /** The next step begins: {@code asking goproxy:https://go.dev/dl/mod}. */
    default void step(String text) {}

    /** Told how the download goes. */
    default TransferProgress transfer() {
        return TransferProgress.SILENT;
    }

    /** @param bytes of the archive that are unpacked, of {@code total} */
    default void unpacking(String archive, long bytes, long total) {}
}
