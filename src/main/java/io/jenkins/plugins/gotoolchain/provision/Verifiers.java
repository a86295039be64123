package io.jenkins.plugins.gotoolchain.provision;

import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;
import io.jenkins.plugins.gotoolchain.failure.UnreachableException;
import io.jenkins.plugins.gotoolchain.failure.VerificationException;
import io.jenkins.plugins.gotoolchain.release.Packaging;
import io.jenkins.plugins.gotoolchain.source.Location;
import io.jenkins.plugins.gotoolchain.source.Offer;
import io.jenkins.plugins.gotoolchain.transfer.HttpGet;
import io.jenkins.plugins.gotoolchain.transfer.Network;
import io.jenkins.plugins.gotoolchain.trust.TrustPolicy;
import io.jenkins.plugins.gotoolchain.trust.Verifier;
import io.jenkins.plugins.gotoolchain.trust.openpgp.ClaimedSignature;
import io.jenkins.plugins.gotoolchain.trust.openpgp.SignatureCheck;
import io.jenkins.plugins.gotoolchain.trust.sumdb.ChecksumDatabase;
import io.jenkins.plugins.gotoolchain.trust.sumdb.HttpSumdb;
import io.jenkins.plugins.gotoolchain.trust.sumdb.SumdbProxy;
import io.jenkins.plugins.gotoolchain.trust.sumdb.SumdbSettings;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The verifier for what one address serves: the checksum database is asked through the proxy that served it, signatures
 * are read beside the archive. For one thread.
 */
final class Verifiers {

    private final ProvisionSettings settings;
    private final Network network;
    private final Path stateFolder;
    private final List<URI> moduleProxies;
    private final Consumer<String> notices;
    private final Map<URI, ClaimedSignature> claimed = new HashMap<>();
    private SignatureCheck signatures;

    /**
     * @param stateFolder keeps the newest signed tree that was seen, and the signing key
     * @param moduleProxies of all sources: they may carry the database where the one that serves the archive does not
     * @param notices told, in whole sentences, what the user should know
     */
    Verifiers(
            ProvisionSettings settings,
            Network network,
            Path stateFolder,
            List<URI> moduleProxies,
            Consumer<String> notices) {
        this.settings = settings;
        this.network = network;
        this.stateFolder = stateFolder;
        this.moduleProxies = List.copyOf(moduleProxies);
        this.notices = notices;
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

    /**
     * Why no signature can prove this offer, for people; empty where one may. Reads the signature that is beside it, and
     * sees to it that there is a key which can have made it.
     *
     * @throws UnreachableException where it, or the key, cannot be fetched
     */
    Optional<String> whyNoSignature(Offer offer)
            throws UnreachableException, ConfigurationException, InterruptedException {
        URI at = offer.locations().get(0).signature();
        if (at == null) {
            return Optional.of(switch (offer.archive().packaging()) {
                case MODULE_ZIP -> "a module proxy has no signatures, they are beside the .tar.gz of go.dev/dl and of its"
                        + " mirrors";
                case ZIP -> "Go signs no .zip, only its .tar.gz";
                case TAR_GZ -> "there is no " + offer.archive().fileName() + ".asc beside it";
            });
        }
        if (signatures == null) {
            signatures = new SignatureCheck(settings.signingKey(), new HttpGet(network), stateFolder, notices);
        }
        try {
            claimed.put(at, signatures.claim(at, offer.archive().fileName()));
            return Optional.empty();
        } catch (VerificationException e) {
            return Optional.of(e.problem());
        }
    }

    /** @throws ConfigurationException where the policy requires the database and it is not asked */
    Verifier of(Packaging packaging, Location location, TrustPolicy policy) throws ConfigurationException {
        ClaimedSignature signature = location.signature() == null ? null : claimed.get(location.signature());
        Verifier verifier = withoutSignature(packaging, location, policy);
        return signature == null ? verifier : verifier.with(signature);
    }

    private Verifier withoutSignature(Packaging packaging, Location location, TrustPolicy policy)
            throws ConfigurationException {
        Optional<String> without = whyNoDatabase(packaging, location);
        if (without.isPresent()) {
            return Verifier.withoutDatabase(policy, without.get());
        }
        return new Verifier(policy, database(proxies(location)));
    }

    private ChecksumDatabase database(List<SumdbProxy> through) throws ConfigurationException {
        SumdbSettings database = SumdbSettings.parse(settings.gosumdb());
        return new ChecksumDatabase(database.key(), new HttpSumdb(database, through, new HttpGet(network)), stateFolder);
    }

    /** For questions that no archive goes with; empty where it is switched off. */
    Optional<ChecksumDatabase> database() throws ConfigurationException {
        if (SumdbSettings.isOff(settings.gosumdb())) {
            return Optional.empty();
        }
        List<SumdbProxy> through = new ArrayList<>();
        for (URI proxy : moduleProxies) {
            through.add(new SumdbProxy(proxy, true));
        }
        return Optional.of(database(through));
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
