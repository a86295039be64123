package io.jenkins.plugins.gotoolchain.archive;

import io.jenkins.plugins.gotoolchain.failure.StoreException;
import io.jenkins.plugins.gotoolchain.failure.VerificationException;
import java.nio.file.Path;

/**
 * Takes one kind of archive apart. On an error or an interruption the staging folder may hold a part of the tree, to be
 * deleted by its owner; all threads have ended and all files are closed by then.
 */
public sealed interface Unpacker permits TarGzUnpacker, ZipUnpacker, ModuleZipUnpacker {

    /**
     * @param archive the file to read; it must not change meanwhile
     * @param staging an empty folder of ours that becomes {@code GOROOT}
     * @param shape the toolchain that the archive must hold
     * @throws VerificationException where the archive is damaged, unsafe, or holds something else
     * @throws StoreException where the disk is full, or a file cannot be read or written
     * @throws InterruptedException at once when the calling thread is interrupted
     */
    Unpacked unpack(
            Path archive, Path staging, ToolchainShape shape, UnpackLimits limits, UnpackProgress progress)
            throws VerificationException, StoreException, InterruptedException;
}
