package io.jenkins.plugins.gotoolchain.jenkins.network;

import io.jenkins.plugins.gotoolchain.diagnose.network.NetworkReport;
import io.jenkins.plugins.gotoolchain.transfer.Timeline;
import java.util.List;

/**
 * What came of asking a node.
 *
 * @param report null where the node could not be asked
 * @param downloads how its last ones went
 * @param trouble why it could not; null where it could
 */
record NodeCheck(NetworkReport report, List<Timeline> downloads, String trouble) {}
