package io.jenkins.plugins.gotoolchain.archive;

import io.jenkins.plugins.gotoolchain.failure.StoreException;
import io.jenkins.plugins.gotoolchain.failure.VerificationException;
import java.nio.file.Path;

/**
 * Unpacks a download site's zip (Windows): everything is under {@code go/}. What is a program is executable where the
 * archive says so, or where it says nothing and the go command's own rule does.
 */
public final class ZipUnpacker implements Unpacker {

    @Override
    public Unpacked unpack(
            Path archive, Path staging, ToolchainShape shape, UnpackLimits limits, UnpackProgress progress)
            throws VerificationException, StoreException, InterruptedException {
        return new ZipArchive(archive, new SiteLayout(), limits).unpack(staging, shape, progress);
    }

    private static final class SiteLayout implements ZipArchive.Layout {

        @Override
        public String prefix() {
            return "go/";
        }

        @Override
        public String copyOf(String path) {
            return null;
        }

        @Override
        public boolean isExecutable(ZipMember member, String path) {
            return (member.mode() & 0100) != 0 || ModuleZipUnpacker.isExecutable(path);
        }
    }
}
