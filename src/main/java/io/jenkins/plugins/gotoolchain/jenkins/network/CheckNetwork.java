package io.jenkins.plugins.gotoolchain.jenkins.network;

import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.gotoolchain.diagnose.network.NetworkCheck;
import io.jenkins.plugins.gotoolchain.diagnose.network.NetworkReport;
import io.jenkins.plugins.gotoolchain.diagnose.network.NetworkRequest;
import io.jenkins.plugins.gotoolchain.jenkins.configuration.NodeNetwork;
import io.jenkins.plugins.gotoolchain.provision.ProvisionSettings;
import io.jenkins.plugins.gotoolchain.release.PlatformDetector;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import java.io.File;
import java.io.IOException;
import jenkins.agents.ControllerToAgentFileCallable;

/**
 * Asks all sources from the node, whose network is what counts. Called on the folder of the store there.
 *
 * @param settings with an empty root
 * @param version to look for; null for the newest one that each source lists
 * @param name of the node, for the report
 */
record CheckNetwork(ProvisionSettings settings, GoVersion version, String name)
        implements ControllerToAgentFileCallable<NetworkReport> {

    @Override
    public NetworkReport invoke(File root, VirtualChannel channel) throws IOException, InterruptedException {
        ProvisionSettings here = NodeNetwork.of(settings, System.getenv());
        return NetworkCheck.run(
                new NetworkRequest(here.sources(), here.network(), PlatformDetector.detect().platform(), version,
                        NetworkRequest.FIRST_BYTES, null),
                name);
    }
}
