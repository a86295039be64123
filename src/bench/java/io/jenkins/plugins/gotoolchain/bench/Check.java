package io.jenkins.plugins.gotoolchain.bench;

import io.jenkins.plugins.gotoolchain.release.PlatformDetector;
import io.jenkins.plugins.gotoolchain.store.ToolchainStore;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import java.nio.file.Path;

/** {@code Check ROOT VERSION}: prints the nanoseconds that the store takes to find an installed toolchain. */
public final class Check {

    private Check() {}

    public static void main(String[] args) throws Exception {
        ToolchainStore store = new ToolchainStore(Path.of(args[0]));
        GoVersion version = GoVersion.parse(args[1]);
        var platform = PlatformDetector.detect().platform();
        long begin = System.nanoTime();
        boolean found = store.find(version, platform, notice -> {}).isPresent();
        long took = System.nanoTime() - begin;
        if (!found) {
            throw new IllegalStateException("not installed");
        }
        System.out.println(took);
    }
}
