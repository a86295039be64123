package io.jenkins.plugins.gotoolchain;

import hudson.Extension;
import hudson.ExtensionList;
import io.jenkins.plugins.gotoolchain.failure.ToolchainException;
import io.jenkins.plugins.gotoolchain.provision.ProvisionListener;
import io.jenkins.plugins.gotoolchain.provision.ProvisionSettings;
import io.jenkins.plugins.gotoolchain.provision.Provisioner;
import io.jenkins.plugins.gotoolchain.release.Platform;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import java.io.File;
import java.io.IOException;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import jenkins.model.Jenkins;

/** The versions that the sources list, as the controller knows them. */
@Extension
public class KnownReleases {

    private volatile Set<GoVersion> last = Set.of();

    static KnownReleases get() {
        return ExtensionList.lookupSingleton(KnownReleases.class);
    }

    /** What was learned last; asks nobody, so a page may call it. Empty where nothing is known yet. */
    Set<GoVersion> last() {
        return last;
    }

    /** Asks the sources, or what they answered some minutes ago. */
    Collection<GoVersion> now() throws IOException, InterruptedException {
        ProvisionSettings settings = EngineSettings.current()
                .at(new File(Jenkins.get().getRootDir(), "go-toolchain").getAbsolutePath());
        Set<GoVersion> versions = new TreeSet<>(
                Provisioner.open(settings, ProvisionListener.SILENT).sources().versions(new Platform("linux", "amd64")));
        last = versions;
        return versions;
    }
}
