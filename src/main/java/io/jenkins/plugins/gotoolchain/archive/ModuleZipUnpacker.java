package io.jenkins.plugins.gotoolchain.archive;

import io.jenkins.plugins.gotoolchain.failure.StoreException;
import io.jenkins.plugins.gotoolchain.failure.VerificationException;
import java.nio.file.Path;

/**
 * Unpacks the zip of the module {@code golang.org/toolchain} to the tree that the go command makes of it
 * ({@code cmd/go/internal/toolchain/select.go}): each {@code _go.mod} is kept and copied to {@code go.mod}, and what is
 * in {@code bin} and {@code pkg/tool}, and the {@code go_*_*_exec} below {@code lib}, becomes executable. The modes in
 * the zip mean nothing, since the module's hash does not cover them.
 */
public final class ModuleZipUnpacker implements Unpacker {

    private static final String HIDDEN = "_go.mod";

    @Override
    public Unpacked unpack(
            Path archive, Path staging, ToolchainShape shape, UnpackLimits limits, UnpackProgress progress)
            throws VerificationException, StoreException, InterruptedException {
        return new ZipArchive(archive, new ModuleLayout(shape.modulePrefix()), limits).unpack(staging, shape, progress);
    }

    static boolean isExecutable(String path) {
        return path.startsWith("bin/")
                || path.startsWith("pkg/tool/")
                || path.startsWith("lib/") && isExecWrapper(path.substring(path.lastIndexOf('/') + 1));
    }

    /** The pattern {@code go_?*_?*_exec} without its engine. */
    private static boolean isExecWrapper(String name) {
        if (!name.startsWith("go_") || !name.endsWith("_exec")) {
            return false;
        }
        int end = name.length() - "_exec".length();
        int between = name.indexOf('_', 4);
        return between > 0 && between + 1 < end;
    }

    private record ModuleLayout(String prefix) implements ZipArchive.Layout {

        @Override
        public String copyOf(String path) {
            return path.equals(HIDDEN) || path.endsWith('/' + HIDDEN)
                    ? path.substring(0, path.length() - HIDDEN.length()) + "go.mod"
                    : null;
        }

        @Override
        public boolean isExecutable(ZipMember member, String path) {
            return ModuleZipUnpacker.isExecutable(path);
        }
    }
}
