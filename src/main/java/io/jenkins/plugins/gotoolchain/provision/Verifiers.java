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
import java.nio.file.Path;
import java.util.List;

/** The verifier for what one address serves: the checksum database is asked through the proxy that served it. */
final class Verifiers {

    private final ProvisionSettings settings;
    private final Network network;
    private final Path stateFolder;

    /** @param stateFolder keeps the newest signed tree that was seen */
    Verifiers(ProvisionSettings settings, Network network, Path stateFolder) {
        this.settings = settings;
        this.network = network;
        this.stateFolder = stateFolder;
    }

    Verifier of(Packaging packaging, Location location) throws ConfigurationException {
        if (packaging != Packaging.MODULE_ZIP) {
            return Verifier.withoutDatabase(settings.policy(), "it knows toolchains as modules only");
        }
        String proxy = location.proxyBase() == null ? "direct" : location.proxyBase().toString();
        if (!SumdbSettings.needed(proxy, settings.gosumdb(), settings.gonosumdb(), settings.goprivate())) {
            return Verifier.withoutDatabase(
                    settings.policy(), "GOSUMDB, GONOSUMDB or GOPRIVATE takes a folder's toolchains out of it");
        }
        if (SumdbSettings.isOff(settings.gosumdb())) {
            return Verifier.withoutDatabase(settings.policy(), "GOSUMDB=off");
        }
        SumdbSettings database = SumdbSettings.parse(settings.gosumdb());
        List<SumdbProxy> proxies =
                location.proxyBase() == null ? List.of() : List.of(new SumdbProxy(location.proxyBase(), false));
        return new Verifier(
                settings.policy(),
                new ChecksumDatabase(
                        database.key(), new HttpSumdb(database, proxies, new HttpGet(network)), stateFolder));
    }
}
