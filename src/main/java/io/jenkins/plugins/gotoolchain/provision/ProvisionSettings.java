package io.jenkins.plugins.gotoolchain.provision;

import io.jenkins.plugins.gotoolchain.source.SourceSpec;
import io.jenkins.plugins.gotoolchain.source.Sources;
import io.jenkins.plugins.gotoolchain.store.ReceiptKey;
import io.jenkins.plugins.gotoolchain.transfer.Network;
import io.jenkins.plugins.gotoolchain.transfer.Profile;
import io.jenkins.plugins.gotoolchain.transfer.ProxySettings;
import io.jenkins.plugins.gotoolchain.transfer.Relay;
import io.jenkins.plugins.gotoolchain.trust.TrustPolicy;
import io.jenkins.plugins.gotoolchain.trust.openpgp.SigningKeySettings;
import java.io.Serializable;
import java.util.List;

/**
 * What one node needs to know to provide toolchains. Small, and sent to agents as it is.
 *
 * @param root of the store, absolute, in the node's own notation
 * @param sources in the order in which they are asked
 * @param network how they are reached
 * @param archives the time-outs for archives, which are larger than what else is fetched
 * @param policy what must be proven
 * @param gosumdb the checksum database as GOSUMDB names it; empty for the go command's default
 * @param gonosumdb as the go command knows it; counts for a single {@code file://} proxy only
 * @param goprivate likewise, where gonosumdb is empty
 * @param signingKey by which key archives must be signed, where a signature is what proves them
 * @param reference the download site whose index the archives of other download sites are held against whenever it can
 *     be had, though it need not be a source; null for none
 * @param receiptKeys one of these must have signed the receipt of what is there already; empty where nobody needs to. What
 *     is installed now is still to be signed
 * @param layers folders of toolchains that somebody else keeps, looked into where the store has not what is wanted
 */
public record ProvisionSettings(
        String root,
        List<SourceSpec> sources,
        Network network,
        Profile archives,
        TrustPolicy policy,
        String gosumdb,
        String gonosumdb,
        String goprivate,
        SigningKeySettings signingKey,
        SourceSpec reference,
        List<ReceiptKey> receiptKeys,
        List<String> layers)
        implements Serializable {

    private static final long serialVersionUID = 1L;

    public ProvisionSettings {
        sources = List.copyOf(sources);
        receiptKeys = List.copyOf(receiptKeys);
        layers = List.copyOf(layers);
    }

    /** With Go's own key, no reference, no layers, and receipts that nobody needs to have signed. */
    public ProvisionSettings(
            String root,
            List<SourceSpec> sources,
            Network network,
            Profile archives,
            TrustPolicy policy,
            String gosumdb,
            String gonosumdb,
            String goprivate) {
        this(root, sources, network, archives, policy, gosumdb, gonosumdb, goprivate, SigningKeySettings.GO,
                null, List.of(), List.of());
    }

    /** The same with archives signed by another key, or with the key in another place. */
    public ProvisionSettings signedBy(SigningKeySettings key) {
        return new ProvisionSettings(root, sources, network, archives, policy, gosumdb, gonosumdb, goprivate, key, reference, receiptKeys, layers);
    }

    /** The same with archives of download sites held against this one. */
    public ProvisionSettings heldAgainst(SourceSpec site) {
        return new ProvisionSettings(
                root, sources, network, archives, policy, gosumdb, gonosumdb, goprivate, signingKey, site, receiptKeys, layers);
    }

    /** The same with other sources. */
    public ProvisionSettings from(List<SourceSpec> others) {
        return new ProvisionSettings(
                root, others, network, archives, policy, gosumdb, gonosumdb, goprivate, signingKey, reference, receiptKeys, layers);
    }

    /** The same through other proxies. */
    public ProvisionSettings through(ProxySettings proxies) {
        return reaching(network.through(proxies));
    }

    /** The same with requests made by a relay, where it makes them; null for none. */
    public ProvisionSettings relayedBy(Relay relay) {
        return reaching(network.relayedBy(relay));
    }

    /** The same with archives that come no faster than so many bytes per second; 0 for as fast as they come. */
    public ProvisionSettings pacedTo(long bytesPerSecond) {
        return reaching(network.pacedTo(bytesPerSecond));
    }

    /** The same with the logins of one more server, which is no source. */
    public ProvisionSettings loggedInTo(SourceSpec server) {
        return reaching(Sources.withLogins(network, List.of(server)));
    }

    private ProvisionSettings reaching(Network other) {
        return new ProvisionSettings(
                root, sources, other, archives, policy, gosumdb, gonosumdb, goprivate, signingKey, reference, receiptKeys, layers);
    }

    /** The same for a store elsewhere. */
    public ProvisionSettings at(String otherRoot) {
        return new ProvisionSettings(
                otherRoot, sources, network, archives, policy, gosumdb, gonosumdb, goprivate, signingKey, reference, receiptKeys, layers);
    }

    /** The same where one of these must have signed the receipts. */
    public ProvisionSettings receiptsSignedBy(List<ReceiptKey> keys) {
        return new ProvisionSettings(
                root, sources, network, archives, policy, gosumdb, gonosumdb, goprivate, signingKey, reference, keys, layers);
    }

    /** The same with these folders looked into, where the store has not what is wanted. */
    public ProvisionSettings over(List<String> folders) {
        return new ProvisionSettings(
                root, sources, network, archives, policy, gosumdb, gonosumdb, goprivate, signingKey, reference, receiptKeys,
                folders);
    }
}
