package io.jenkins.plugins.gotoolchain.provision;

import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;
import io.jenkins.plugins.gotoolchain.release.Packaging;
import io.jenkins.plugins.gotoolchain.source.Location;
import io.jenkins.plugins.gotoolchain.transfer.HttpGet;
import io.jenkins.plugins.gotoolchain.transfer.Network;
import io.jenkins.plugins.gotoolchain.trust.Verifier;
import io.jenkins.plugins.gotoolchain.trust.sumdb.ChecksumDatabase;
import io.jenkins.plugins.gotoolchain.trust.sumdb.HttpSumdb;
import io.jenkins.plugins.gotoolchain.trust.sumdb.SumdbProxy;
import io.jenkins.plugins.gotoolchain.trust.sumdb.SumdbSettings;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The verifier for what one address serves: the checksum database is asked through the proxy that served it. */
final class Verifiers {

    private final ProvisionSettings settings;
    private final Network network;
    private final Path stateFolder;
    private final List<URI> moduleProxies;

    /**
     * @param stateFolder keeps the newest signed tree that was seen
     * @param moduleProxies of all sources: they may carry the database where the one that serves the archive does not
     */
    Verifiers(ProvisionSettings settings, Network network, Path stateFolder, List<URI> moduleProxies) {
        this.settings = settings;
        this.network = network;
        this.stateFolder = stateFolder;
        this.moduleProxies = List.copyOf(moduleProxies);
    }

    /** Why the checksum database is not asked for what this address serves; empty where it is. */
    Optional<String> whyNoDatabase(Packaging packaging, Location location) {
        if (packaging != Packaging.MODULE_ZIP) {
            return Optional.of("it knows toolchains as modules only");
        }
        if (!SumdbSettings.needed(
                proxy(location), settings.gosumdb(), settings.gonosumdb(), settings.goprivate())) {
            return Optional.of("GOSUMDB, GONOSUMDB or GOPRIVATE takes a folder's toolchains out of it");
        }
        return SumdbSettings.isOff(settings.gosumdb()) ? Optional.of("GOSUMDB=off") : Optional.empty();
    }

    /** @throws ConfigurationException where the policy requires the database and it is not asked */
    Verifier of(Packaging packaging, Location location) throws ConfigurationException {
        Optional<String> without = whyNoDatabase(packaging, location);
        if (without.isPresent()) {
            return Verifier.withoutDatabase(settings.policy(), without.get());
        }
        SumdbSettings database = SumdbSettings.parse(settings.gosumdb());
        return new Verifier(
                settings.policy(),
                new ChecksumDatabase(
                        database.key(), new HttpSumdb(database, proxies(location), new HttpGet(network)), stateFolder));
    }

    /** The one that serves the archive first; where {@code direct} does, the database itself is asked, as Go does. */
    private List<SumdbProxy> proxies(Location location) {
        List<SumdbProxy> proxies = new ArrayList<>();
        if (location.proxyBase() != null) {
            proxies.add(new SumdbProxy(location.proxyBase(), false));
            for (URI other : moduleProxies) {
                if (!other.equals(location.proxyBase())) {
                    proxies.add(new SumdbProxy(other, true));
                }
            }
        }
        return proxies;
    }

    private static String proxy(Location location) {
        return location.proxyBase() == null ? "direct" : location.proxyBase().toString();
    }
}
