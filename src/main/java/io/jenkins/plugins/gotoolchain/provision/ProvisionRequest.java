package io.jenkins.plugins.gotoolchain.provision;

import io.jenkins.plugins.gotoolchain.pins.Pin;
import io.jenkins.plugins.gotoolchain.release.DigestClaim;
import io.jenkins.plugins.gotoolchain.release.Packaging;
import io.jenkins.plugins.gotoolchain.release.Platform;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import io.jenkins.plugins.gotoolchain.version.Resolution;
import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One toolchain that is wanted.
 *
 * @param resolution the version, with what was asked for
 * @param platform the node's own, or another one to be kept there
 * @param pin the SHA-256 that the archive must have, lower-case hex; null where any proven one will do
 * @param only the line of a file of pins that it must agree with; null where there is no such file. Not beside a pin
 */
public record ProvisionRequest(Resolution resolution, Platform platform, String pin, Pin only) implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Without a file of pins. */
    public ProvisionRequest(Resolution resolution, Platform platform, String pin) {
        this(resolution, platform, pin, null);
    }

    /** @throws IllegalArgumentException where the pin is no SHA-256, or the other one is for something else */
    public ProvisionRequest {
        if (pin != null && !DigestClaim.isSha256(pin)) {
            throw new IllegalArgumentException("a pin is a SHA-256 in lower-case hex");
        }
        if (only != null && (pin != null || !only.isOf(resolution.version(), platform))) {
            throw new IllegalArgumentException("two pins, or a pin for something else");
        }
    }

    public GoVersion version() {
        return resolution.version();
    }

    /** All that it may come from: SHA-256 of archives, {@code h1:} of modules; empty where nothing is pinned. */
    public Set<String> pins() {
        Set<String> pins = new HashSet<>(sha256Pins());
        if (only != null && !only.moduleHash().isEmpty()) {
            pins.add(only.moduleHash());
        }
        return pins;
    }

    List<String> sha256Pins() {
        if (pin != null) {
            return List.of(pin);
        }
        return only == null || only.sha256().isEmpty() ? List.of() : List.of(only.sha256());
    }

    /** Whether an archive of a download site meets what is pinned sooner than a module. */
    boolean prefersSites() {
        return pin != null || only != null && only.moduleHash().isEmpty();
    }

    /** What is pinned for an archive of this kind before it is here. */
    List<DigestClaim> pinClaims(Packaging packaging) {
        if (pin != null) {
            return List.of(new DigestClaim(pin, DigestClaim.Kind.PIN, "the pin", true));
        }
        boolean isSites = only != null && packaging != Packaging.MODULE_ZIP && !only.sha256().isEmpty();
        return isSites ? List.of(new DigestClaim(only.sha256(), DigestClaim.Kind.PIN, only.from(), true)) : List.of();
    }

    /** For people: {@code Go 1.24.1 for linux/amd64}. */
    String what() {
        return "Go " + version() + " for " + platform;
    }
}
