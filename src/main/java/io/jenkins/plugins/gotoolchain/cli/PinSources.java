package io.jenkins.plugins.gotoolchain.cli;

import io.jenkins.plugins.gotoolchain.failure.UnreachableException;
import io.jenkins.plugins.gotoolchain.failure.VersionException;
import io.jenkins.plugins.gotoolchain.provision.ProvisionListener;
import io.jenkins.plugins.gotoolchain.provision.Provisioner;
import io.jenkins.plugins.gotoolchain.provision.Published;
import io.jenkins.plugins.gotoolchain.provision.PublishedDigests;
import io.jenkins.plugins.gotoolchain.release.Platform;
import io.jenkins.plugins.gotoolchain.release.PlatformDetector;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import io.jenkins.plugins.gotoolchain.version.Resolution;
import io.jenkins.plugins.gotoolchain.version.VersionSelector;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** Asks for what is to be pinned, and says on standard error what did not answer. */
final class PinSources {

    private final Provisioner provisioner;
    private final ProvisionListener progress;
    private final PublishedDigests digests;
    private final Set<String> said = new HashSet<>();

    private PinSources(Provisioner provisioner, ProvisionListener progress) throws IOException {
        this.provisioner = provisioner;
        this.progress = progress;
        this.digests = provisioner.publishedDigests();
    }

    static PinSources open(EngineSetup setup) throws IOException, InterruptedException {
        ProvisionListener progress = ConsoleProgress.open();
        return new PinSources(setup.provisioner(progress), progress);
    }

    Provisioner provisioner() {
        return provisioner;
    }

    /** What a selector means on this machine, whatever the platforms that are pinned. */
    GoVersion resolve(String selector) throws IOException, InterruptedException {
        Resolution resolution = provisioner.resolve(
                VersionSelector.parse(selector), Path.of("").toAbsolutePath(), PlatformDetector.detect().platform());
        if (!resolution.asked().equals(resolution.version().text())) {
            progress.step(resolution.asked() + " is Go " + resolution.version() + " (" + resolution.how() + ")");
        }
        return resolution.version();
    }

    /** What anybody says of it; may be nothing. */
    Published ask(GoVersion version, Platform platform) throws IOException, InterruptedException {
        Published published = digests.of(version, platform);
        for (String unknown : published.unknown()) {
            if (said.add(unknown)) {
                progress.notice("Not asked for digests: " + unknown);
            }
        }
        return published;
    }

    /** As {@link #ask}, and it has to be something. */
    Published published(GoVersion version, Platform platform) throws IOException, InterruptedException {
        Published published = ask(version, platform);
        if (!published.isNothing()) {
            return published;
        }
        String what = "nobody says what the digests of Go " + version + " for " + platform + " are";
        if (published.unknown().isEmpty()) {
            throw new VersionException(what, "see which versions there are: go-toolchain releases");
        }
        throw new UnreachableException(
                what, published.unknown(), "name a source that can be reached and is trusted, such as https://go.dev/dl/", null);
    }
}
