package io.jenkins.plugins.gotoolchain.archivecache;

import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;
import io.jenkins.plugins.gotoolchain.provision.ProvisionSettings;
import io.jenkins.plugins.gotoolchain.source.GoProxyList;
import io.jenkins.plugins.gotoolchain.source.Reach;
import io.jenkins.plugins.gotoolchain.source.SourceKind;
import io.jenkins.plugins.gotoolchain.source.SourceSpec;
import io.jenkins.plugins.gotoolchain.trust.sumdb.SumdbSettings;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * What is asked for on behalf of others: what is below a source that is configured, the reference, the checksum database
 * and the signing key. For everything else whoever asks has to go the own way.
 */
final class AllowedAddresses {

    private final List<URI> bases = new ArrayList<>();
    private final String key;

    AllowedAddresses(ProvisionSettings settings) throws ConfigurationException {
        for (SourceSpec spec : settings.sources()) {
            add(spec);
        }
        if (settings.reference() != null) {
            add(settings.reference());
        }
        if (!SumdbSettings.isOff(settings.gosumdb())) {
            SumdbSettings database = SumdbSettings.parse(settings.gosumdb());
            bases.add(asFolder(database.explicitAddress().orElse(database.address())));
        }
        key = settings.signingKey().address();
    }

    private void add(SourceSpec spec) throws ConfigurationException {
        if (spec.kind() == SourceKind.DOWNLOAD_SITE) {
            bases.add(asFolder(URI.create(spec.address())));
        } else if (spec.kind() == SourceKind.MODULE_PROXY) {
            for (GoProxyList.Entry entry : GoProxyList.parse(spec.address()).entries()) {
                if (entry.kind() != GoProxyList.Kind.OFF) {
                    bases.add(asFolder(entry.base()));
                }
            }
        }
    }

    private static URI asFolder(URI base) {
        String text = base.toString();
        return text.endsWith("/") || base.getRawQuery() != null ? base : URI.create(text + "/");
    }

    boolean contains(URI uri) {
        if (key != null && key.equals(uri.toString())) {
            return true;
        }
        for (URI base : bases) {
            if (Reach.isBelow(base, uri)) {
                return true;
            }
        }
        return false;
    }
}
