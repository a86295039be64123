package io.jenkins.plugins.gotoolchain.store;

import io.jenkins.plugins.gotoolchain.failure.ToolchainException;
import io.jenkins.plugins.gotoolchain.release.Platform;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Folders of toolchains that somebody else keeps, laid out as a store: baked into an image, or on a volume that many
 * nodes share. They are only read. What is found there is used in its place, if its receipt and its tree verify.
 */
public final class Layers {

    private final List<String> folders;

    /**
     * @param folders absolute, in the order in which they are looked into. What is no folder here, or no absolute path
     *     on this system, is passed over: one list serves all nodes
     */
    public Layers(List<String> folders) {
        this.folders = folders;
    }

    /** @param notices told in one line what is there but is not used, and why */
    public Optional<Toolchain> find(
            GoVersion version, Platform platform, ReceiptDemands demands, Consumer<String> notices)
            throws InterruptedException {
        for (String folder : folders) {
            Path home = home(folder, StoreRoot.name(version, platform));
            if (home == null) {
                continue;
            }
            try {
                Toolchain found = ForeignToolchain.in(home, platform.isWindows()).toolchain(demands);
                if (found.version().equals(version) && found.platform().equals(platform)) {
                    return Optional.of(found);
                }
                notices.accept("The toolchain in " + home + " is not used: its receipt is of " + found);
            } catch (ToolchainException e) {
                notices.accept(e.problem());
            }
        }
        return Optional.empty();
    }

    private static Path home(String folder, String name) {
        try {
            Path home = Path.of(folder).resolve(name);
            return home.isAbsolute() && Files.isDirectory(home) ? home : null;
        } catch (InvalidPathException e) {
            return null;
        }
    }
}
