package io.jenkins.plugins.gotoolchain.jenkins.configuration;

import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;
import io.jenkins.plugins.gotoolchain.provision.ProvisionSettings;
import io.jenkins.plugins.gotoolchain.transfer.ProxySettings;
import java.util.Map;

/** How a node reaches the sources: through Jenkins' proxy; where it has none, through what the node's own variables say. */
public final class NodeNetwork {

    private NodeNetwork() {}

    /** @param environment of this process, with HTTPS_PROXY and the like */
    public static ProvisionSettings of(ProvisionSettings settings, Map<String, String> environment) throws ConfigurationException {
        return settings.network().proxies().equals(ProxySettings.none())
                ? settings.through(ProxySettings.fromEnvironment(environment))
                : settings;
    }
}
