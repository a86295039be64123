package io.jenkins.plugins.gotoolchain.jenkins.cache;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.model.Node;
import hudson.model.TaskListener;
import io.jenkins.plugins.gotoolchain.archivecache.ArchiveCache;
import io.jenkins.plugins.gotoolchain.archivecache.ArchiveRelay;
import io.jenkins.plugins.gotoolchain.archivecache.RelayPass;
import io.jenkins.plugins.gotoolchain.archivecache.SharedArchives;
import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;
import io.jenkins.plugins.gotoolchain.jenkins.configuration.ArchiveCacheSettings;
import io.jenkins.plugins.gotoolchain.jenkins.configuration.EngineSettings;
import io.jenkins.plugins.gotoolchain.jenkins.configuration.GoToolchainConfiguration;
import io.jenkins.plugins.gotoolchain.jenkins.configuration.NodeNetwork;
import io.jenkins.plugins.gotoolchain.jenkins.node.Pinned;
import io.jenkins.plugins.gotoolchain.provision.ProvisionSettings;
import io.jenkins.plugins.gotoolchain.source.SourceSpec;
import io.jenkins.plugins.gotoolchain.store.Pace;
import io.jenkins.plugins.gotoolchain.transfer.Network;
import io.jenkins.plugins.gotoolchain.transfer.Relay;
import io.jenkins.plugins.gotoolchain.version.Resolution;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Logger;

/** Opens the cache as it is configured, and gives nodes a way to it. */
@Extension
public class ControllerArchives {

    private static final Logger LOGGER = Logger.getLogger(ControllerArchives.class.getName());

    private record Opened(Path folder, int gibibytes, int downloads, SourceSpec shared, Network network) {}

    private Opened opened;
    private ArchiveRelay relay;
    private int mebibytesPerSecond;
    private Pace pace = Pace.FREE;

    public static ControllerArchives get() {
        return ExtensionList.lookupSingleton(ControllerArchives.class);
    }

    private static ArchiveCacheSettings settings() {
        ArchiveCacheSettings configured = GoToolchainConfiguration.get().getArchiveCache();
        return configured == null ? new ArchiveCacheSettings() : configured;
    }

    /** As it is configured now. What is being fetched for another folder, or under other limits, is fetched to its end. */
    public ArchiveRelay relay() throws ConfigurationException {
        ArchiveCacheSettings settings = settings();
        SourceSpec server = settings.sharedServer();
        return relay(
                settings, server, server == null ? null : NodeNetwork.of(EngineSettings.current(), System.getenv()).network());
    }

    /** @param network counts only where there is a server */
    private synchronized ArchiveRelay relay(ArchiveCacheSettings settings, SourceSpec server, Network network)
            throws ConfigurationException {
        Opened wanted = new Opened(settings.path(), settings.getMaxGibibytes(), settings.getDownloads(), server, network);
        if (!wanted.equals(opened)) {
            relay = new ArchiveRelay(
                    new ArchiveCache(wanted.folder(), wanted.gibibytes() * (1L << 30)), wanted.downloads(), shared(server, network));
            opened = wanted;
        }
        return relay;
    }

    private synchronized Pace pace() {
        int wanted = GoToolchainConfiguration.get().getPreinstallMebibytesPerSecond();
        if (wanted != mebibytesPerSecond) {
            pace = new Pace(wanted * (1L << 20));
            mebibytesPerSecond = wanted;
        }
        return pace;
    }

    private static SharedArchives shared(SourceSpec server, Network network) throws ConfigurationException {
        try {
            return server == null ? null : new SharedArchives(server, network, LOGGER::warning);
        } catch (ConfigurationException e) {
            throw e;
        } catch (IOException e) {
            throw new ConfigurationException(
                    "The shared archive cache " + server.label() + " cannot be used", List.of(e.toString()),
                    "see to the certificates that are trusted, or take it out of the configuration", e);
        }
    }

    /**
     * The way for one node to one version.
     *
     * @param fetching as the node would fetch, with what only it knows left empty
     * @param log of the build
     * @param inAdvance whether nobody waits for it, so that it keeps to the bandwidth that is meant for that
     * @return null where the node is to fetch for itself
     */
    public Relay of(Node node, ProvisionSettings fetching, Resolution resolution, Pinned pins, TaskListener log,
            boolean inAdvance)
            throws ConfigurationException {
        ArchiveCacheSettings settings = settings();
        if (!settings.serves(node)) {
            return null;
        }
        ProvisionSettings here = NodeNetwork.of(fetching, System.getenv());
        SourceSpec server = settings.sharedServer();
        return new NodeRelay(new RelayPass(
                relay(settings, server, server == null ? null : here.network()),
                here,
                resolution.version(),
                platform -> pins.request(resolution, platform),
                pins::toString,
                new RelayLog(log),
                settings.isCutOff(node)).at(inAdvance ? pace() : Pace.FREE));
    }
}
