package io.jenkins.plugins.gotoolchain.provision;

import io.jenkins.plugins.gotoolchain.release.DigestClaim;
import io.jenkins.plugins.gotoolchain.release.Platform;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import io.jenkins.plugins.gotoolchain.version.Resolution;
import java.io.Serializable;
import java.util.List;
import java.util.Set;

/**
 * One toolchain that is wanted.
 *
 * @param resolution the version, with what was asked for
 * @param platform the node's own, or another one to be kept there
 * @param pin the SHA-256 that the archive must have, lower-case hex; null where any proven one will do
 */
public record ProvisionRequest(Resolution resolution, Platform platform, String pin) implements Serializable {

    private static final long serialVersionUID = 1L;

    /** @throws IllegalArgumentException where the pin is no SHA-256 */
    public ProvisionRequest {
        if (pin != null && !DigestClaim.isSha256(pin)) {
            throw new IllegalArgumentException("a pin is a SHA-256 in lower-case hex");
        }
    }

    public GoVersion version() {
        return resolution.version();
    }

    Set<String> pins() {
        return pin == null ? Set.of() : Set.of(pin);
    }

    List<DigestClaim> pinClaims() {
        return pin == null ? List.of() : List.of(new DigestClaim(pin, DigestClaim.Kind.PIN, "the pin", true));
    }

    /** For people: {@code Go 1.24.1 for linux/amd64}. */
    String what() {
        return "Go " + version() + " for " + platform;
    }
}
