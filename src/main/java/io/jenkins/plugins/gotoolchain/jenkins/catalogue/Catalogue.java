package io.jenkins.plugins.gotoolchain.jenkins.catalogue;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.model.Node;
import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;
import io.jenkins.plugins.gotoolchain.jenkins.configuration.ControllerFolder;
import io.jenkins.plugins.gotoolchain.jenkins.configuration.EngineSettings;
import io.jenkins.plugins.gotoolchain.jenkins.configuration.GoToolchainConfiguration;
import io.jenkins.plugins.gotoolchain.jenkins.node.CatalogueStamp;
import io.jenkins.plugins.gotoolchain.jenkins.node.StoreFolder;
import io.jenkins.plugins.gotoolchain.provision.ProvisionSettings;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.model.Jenkins;

/**
 * The number of what nodes may use. It begins with the seconds since 1970, so that it grows even where its file was lost or
 * restored from an old copy; and where a node has seen a higher one all the same, it is raised above that.
 */
@Extension
public class Catalogue {

    private static final Logger LOGGER = Logger.getLogger(Catalogue.class.getName());

    private CatalogueState state;

    public static Catalogue get() {
        return ExtensionList.lookupSingleton(Catalogue.class);
    }

    /** Where the number was raised since it was looked at last. */
    synchronized boolean wasRaised() throws ConfigurationException {
        long before = state == null ? 0 : state.number();
        return now().number() > before;
    }

    /** As it is now; raised first where something that decides has changed. */
    public CatalogueStamp now() throws ConfigurationException {
        return now(EngineSettings.current());
    }

    /** The same, for who has the engine's settings of this moment: to make them asks for credentials. */
    public synchronized CatalogueStamp now(ProvisionSettings settings) throws ConfigurationException {
        GoToolchainConfiguration configuration = GoToolchainConfiguration.get();
        List<GoVersion> withdrawn = new ArrayList<>(configuration.withdrawnVersions().keySet());
        Map<String, String> digests = digests(settings, configuration, withdrawn);
        if (state == null) {
            state = CatalogueState.read(ControllerFolder.path());
        }
        List<String> changed = state == null ? List.of() : state.changed(digests);
        if (state == null || !changed.isEmpty()) {
            raise(state == null ? 0 : state.number(), digests);
            LOGGER.log(Level.INFO, () -> "The catalogue of Go toolchains is " + state.number() + " now"
                    + (changed.isEmpty() ? "." : ", for these have changed: " + String.join(", ", changed)
                            + ". Toolchains are held against it before they are used again."));
        }
        return new CatalogueStamp(state.of(), state.number(), withdrawn);
    }

    private void raise(long above, Map<String, String> digests) {
        long number = Math.max(above + 1, System.currentTimeMillis() / 1000);
        String of = Jenkins.get().getLegacyInstanceId().substring(0, 32);
        state = new CatalogueState(of, number, digests);
        try {
            state.write(ControllerFolder.path());
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, "The number of the catalogue of Go toolchains cannot be kept", e);
        }
    }

    /** A node has seen a higher number than this Jenkins remembers: it was restored from an old copy. */
    private synchronized void raiseAbove(long seen) {
        if (state != null && state.number() <= seen) {
            LOGGER.log(Level.WARNING, () -> "A node has seen a later catalogue of Go toolchains (" + seen + ") than this Jenkins remembers ("
                    + state.number() + "): it was restored from an older copy, perhaps. The number is raised.");
            raise(seen, state.digests());
        }
    }

    /**
     * Takes away from a node what is withdrawn.
     *
     * @return what went, for people
     */
    public List<String> applyTo(Node node) throws IOException, InterruptedException {
        ApplyCatalogue.Applied applied = StoreFolder.of(node).act(new ApplyCatalogue(now()));
        if (applied.seen() > now().number()) {
            raiseAbove(applied.seen());
            applied = StoreFolder.of(node).act(new ApplyCatalogue(now()));
        }
        for (String one : applied.removed()) {
            LOGGER.log(Level.INFO, () -> one + " was withdrawn, and removed from " + node.getDisplayName());
        }
        for (String one : applied.inUse()) {
            LOGGER.log(Level.INFO, () -> one + " was withdrawn, and is still in use on " + node.getDisplayName());
        }
        return applied.removed();
    }

    /** Of each thing that decides what a node may use: nothing secret is in it but digested. */
    private static Map<String, String> digests(
            ProvisionSettings settings, GoToolchainConfiguration configuration, List<GoVersion> withdrawn) {
        StringBuilder sources = new StringBuilder();
        settings.sources().forEach(spec -> sources.append(spec.label()).append(' ').append(spec.trustDigests()).append(' ')
                .append(spec.required().stream().sorted().toList()).append('\n'));
        Map<String, String> all = new TreeMap<>();
        all.put("sources", digest(sources));
        all.put("required evidence", digest(settings.policy().required().stream().map(Enum::name).sorted().toList()));
        all.put("checksum database", digest(settings.gosumdb() + '\n' + settings.gonosumdb() + '\n' + settings.goprivate()));
        all.put("signing key", digest(settings.signingKey()));
        all.put("reference", digest(settings.reference()));
        all.put("pins", digest(configuration.getPins()));
        all.put("allowed versions", digest(configuration.getAllowedVersions()));
        all.put("keys of receipts", digest(configuration.getReceipts() == null ? "" : configuration.getReceipts().getKeys()));
        all.put("locations without a receipt", digest(configuration.getUnreceiptedLocations()));
        all.put("withdrawn versions", digest(withdrawn));
        return all;
    }

    private static String digest(Object part) {
        try {
            return HexFormat.of().formatHex(
                    MessageDigest.getInstance("SHA-256").digest(String.valueOf(part).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
