package io.jenkins.plugins.gotoolchain.jenkins.node;

import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;
import io.jenkins.plugins.gotoolchain.failure.DisagreementException;
import io.jenkins.plugins.gotoolchain.failure.DisagreementException.Statement;
import io.jenkins.plugins.gotoolchain.pins.Pin;
import io.jenkins.plugins.gotoolchain.pins.Pins;
import io.jenkins.plugins.gotoolchain.provision.ProvisionRequest;
import io.jenkins.plugins.gotoolchain.release.DigestClaim;
import io.jenkins.plugins.gotoolchain.release.Platform;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import io.jenkins.plugins.gotoolchain.version.Resolution;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * All that is pinned for one use of a toolchain, by whomever: all of it has to be met.
 *
 * @param digests SHA-256 by platform, of an installer; empty where it pins none
 * @param lists of pins: the controller's, and the one of the workspace; what is not on each of them is not accepted
 */
public record Pinned(Map<String, String> digests, List<Pins> lists) implements Serializable {

    private static final long serialVersionUID = 1L;

    public static final Pinned NOTHING = new Pinned(Map.of(), List.of());

    public Pinned {
        digests = Map.copyOf(digests);
        lists = List.copyOf(lists);
    }

    /** By an installer alone. */
    public static Pinned digests(Map<String, String> digests) {
        return new Pinned(digests, List.of());
    }

    /** The same and this list. */
    public Pinned and(Pins list) {
        List<Pins> all = new ArrayList<>(lists);
        all.add(list);
        return new Pinned(digests, all);
    }

    /** The same and all that others pin. */
    public Pinned and(List<Pins> others) {
        List<Pins> all = new ArrayList<>(lists);
        all.addAll(others);
        return new Pinned(digests, all);
    }

    /**
     * @throws ConfigurationException where something is pinned, but not this version for this platform
     * @throws DisagreementException where two pin different bytes
     */
    public ProvisionRequest request(Resolution resolution, Platform platform)
            throws ConfigurationException, DisagreementException {
        String sha256 = digest(resolution.version(), platform);
        Pin only = null;
        for (Pins list : lists) {
            Pin pin = list.require(resolution.version(), platform);
            only = only == null ? pin : both(only, pin);
        }
        if (only == null) {
            return new ProvisionRequest(resolution, platform, sha256);
        }
        if (sha256 != null) {
            only = both(new Pin(resolution.version(), platform, sha256, "", "the installer goRelease"), only).withoutModule();
        }
        return new ProvisionRequest(resolution, platform, null, only);
    }

    private String digest(GoVersion version, Platform platform) throws ConfigurationException {
        String digest = digests.get(platform.toString());
        if (digest == null && !digests.isEmpty()) {
            throw new ConfigurationException(
                    "Go " + version + " is pinned, but not for this node's platform, " + platform,
                    "add the SHA-256 of its archive for " + platform + " to the installer");
        }
        if (digest != null && !DigestClaim.isSha256(digest)) {
            throw new ConfigurationException(
                    "What is pinned for " + platform + " is no SHA-256", "give 64 hexadecimal digits");
        }
        return digest;
    }

    private static Pin both(Pin one, Pin other) throws DisagreementException {
        return new Pin(
                one.version(),
                one.platform(),
                agreed(one.sha256(), other.sha256(), one, other),
                agreed(one.moduleHash(), other.moduleHash(), one, other),
                one.from() + " and " + other.from());
    }

    private static String agreed(String value, String otherValue, Pin one, Pin other) throws DisagreementException {
        if (!value.isEmpty() && !otherValue.isEmpty() && !value.equals(otherValue)) {
            throw DisagreementException.of(
                    "what is pinned of Go " + one.version() + " for " + one.platform(),
                    List.of(new Statement(value, one.from()), new Statement(otherValue, other.from())),
                    List.of(),
                    "find out which of the two is right, and correct the other one");
        }
        return value.isEmpty() ? otherValue : value;
    }
}
