package io.jenkins.plugins.gotoolchain.store;

import io.jenkins.plugins.gotoolchain.release.Platform;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import java.io.Serializable;

/**
 * A toolchain whose every byte was read.
 *
 * @param home where it was then
 * @param version null where it is not known: of a location without a receipt that can be read
 * @param platform null where it is not known
 * @param aside where it is now, since it was not as it was proven; empty where it stayed
 * @param millis how long it took
 */
public record Audited(
        String home, GoVersion version, Platform platform, VerifyReport report, String aside, long millis)
        implements Serializable {

    private static final long serialVersionUID = 1L;
}
