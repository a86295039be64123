package io.jenkins.plugins.gotoolchain.diagnose.network;

import io.jenkins.plugins.gotoolchain.release.Platform;
import io.jenkins.plugins.gotoolchain.source.SourceSpec;
import io.jenkins.plugins.gotoolchain.transfer.Network;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import java.io.Serializable;
import java.util.List;

/**
 * What to check.
 *
 * @param network with the profile whose time-outs are kept
 * @param version to look for; null for the newest one that each source lists
 * @param bytes of the archive that are read, at most
 * @param literal {@code address:port} to try where a name is not known; null for the name server
 */
public record NetworkRequest(
        List<SourceSpec> sources, Network network, Platform platform, GoVersion version, long bytes, String literal)
        implements Serializable {

    /** Enough to see how fast it comes. */
    public static final long FIRST_BYTES = 1 << 20;

    public NetworkRequest {
        sources = List.copyOf(sources);
    }
}
