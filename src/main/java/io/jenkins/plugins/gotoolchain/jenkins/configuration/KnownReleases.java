package io.jenkins.plugins.gotoolchain.jenkins.configuration;

import hudson.Extension;
import hudson.ExtensionList;
import io.jenkins.plugins.gotoolchain.failure.ToolchainException;
import io.jenkins.plugins.gotoolchain.provision.ProvisionListener;
import io.jenkins.plugins.gotoolchain.provision.ProvisionSettings;
import io.jenkins.plugins.gotoolchain.provision.Provisioner;
import io.jenkins.plugins.gotoolchain.release.Platform;
import io.jenkins.plugins.gotoolchain.source.SourceKind;
import io.jenkins.plugins.gotoolchain.source.SourceSpec;
import io.jenkins.plugins.gotoolchain.source.Sources;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The released versions as the controller knows them: those that came with this plugin, and those that the sources
 * listed since. They are learned in the background and kept in {@code go-toolchain/releases.txt} of Jenkins' home.
 */
@Extension
public class KnownReleases {

    private static final Logger LOGGER = Logger.getLogger(KnownReleases.class.getName());

    /** What most agents are: what a source has for none of them, few will ask for. */
    private static final List<Platform> USUAL = List.of(
            new Platform("linux", "amd64"),
            new Platform("linux", "arm64"),
            new Platform("windows", "amd64"),
            new Platform("darwin", "arm64"));

    private NavigableSet<GoVersion> known;

    public static KnownReleases get() {
        return ExtensionList.lookupSingleton(KnownReleases.class);
    }

    /** Newest first; asks nobody, so a page may call it. */
    public synchronized NavigableSet<GoVersion> last() {
        if (known == null) {
            NavigableSet<GoVersion> versions = ReleaseList.bundled();
            try {
                versions.addAll(ReleaseList.read(file()));
            } catch (IOException e) {
                LOGGER.log(Level.WARNING, "What the sources of Go listed before cannot be read from " + file(), e);
            }
            known = Collections.unmodifiableNavigableSet(newestFirst(versions));
        }
        return known;
    }

    /**
     * Asks the sources, or what they answered some minutes ago.
     *
     * @param platform of the node that asks first
     * @throws io.jenkins.plugins.gotoolchain.failure.UnreachableException where none of them answers now or ever did
     */
    public Collection<GoVersion> now(Platform platform) throws IOException, InterruptedException {
        Sources sources = sources();
        if (sources == null) {
            return last();
        }
        Collection<GoVersion> versions = sources.versions(platform);
        learn(versions);
        return versions;
    }

    /** Asks the sources for what they have for the usual platforms. Takes as long as the network does. */
    void refresh() throws IOException, InterruptedException {
        Sources sources = sources();
        if (sources == null) {
            return;
        }
        ToolchainException last = null;
        for (Platform platform : USUAL) {
            try {
                learn(sources.versions(platform));
            } catch (ToolchainException e) {
                last = e;
            }
        }
        if (last != null) {
            throw last;
        }
    }

    /** Null where none of the sources can be asked from here: folders are on the agents. */
    private static Sources sources() throws IOException {
        ProvisionSettings settings =
                NodeNetwork.of(EngineSettings.current(), System.getenv()).at(ControllerFolder.path().toString());
        List<SourceSpec> askable = new ArrayList<>(settings.sources());
        askable.removeIf(source -> source.kind() == SourceKind.ARCHIVE_FOLDER);
        return askable.isEmpty()
                ? null
                : Provisioner.open(settings.from(askable), ProvisionListener.SILENT).sources();
    }

    private synchronized void learn(Collection<GoVersion> versions) throws IOException {
        NavigableSet<GoVersion> all = newestFirst(last());
        if (all.addAll(versions)) {
            known = Collections.unmodifiableNavigableSet(all);
            NavigableSet<GoVersion> learned = newestFirst(all);
            learned.removeAll(ReleaseList.bundled());
            ReleaseList.write(file(), learned);
        }
    }

    private static NavigableSet<GoVersion> newestFirst(Collection<GoVersion> versions) {
        NavigableSet<GoVersion> sorted = new TreeSet<>(Comparator.reverseOrder());
        sorted.addAll(versions);
        return sorted;
    }

    /** Go 1.20 and older published their first release without a patch number; the bare name means the newest patch. */
    public static String inFull(GoVersion version) {
        boolean bare = !version.isPrerelease() && version.text().indexOf('.') == version.text().lastIndexOf('.');
        return bare ? version.text() + ".0" : version.text();
    }

    private static Path file() {
        return ControllerFolder.path().resolve("releases.txt");
    }
}
