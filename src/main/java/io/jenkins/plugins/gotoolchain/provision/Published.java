package io.jenkins.plugins.gotoolchain.provision;

import io.jenkins.plugins.gotoolchain.pins.Pin;
import io.jenkins.plugins.gotoolchain.release.Platform;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import java.util.List;

/**
 * What is published of a release's digests, with who says so.
 *
 * @param sha256 of the archive that download sites have, lower-case hex; empty where no trusted source says it
 * @param sha256From who says it, printable
 * @param moduleHash {@code h1:…} of the module, from the checksum database; empty where that has none, or was not asked
 * @param moduleFrom the record, printable
 * @param unknown why something is missing, a line for each source that did not say
 */
public record Published(
        GoVersion version,
        Platform platform,
        String sha256,
        String sha256From,
        String moduleHash,
        String moduleFrom,
        List<String> unknown) {

    public Published {
        unknown = List.copyOf(unknown);
    }

    /** Whether nobody says anything. */
    public boolean isNothing() {
        return sha256.isEmpty() && moduleHash.isEmpty();
    }

    /** @throws IllegalArgumentException where nobody says anything */
    public Pin pin() {
        return new Pin(version, platform, sha256, moduleHash, "");
    }
}
