package io.jenkins.plugins.gotoolchain.pins;

import io.jenkins.plugins.gotoolchain.release.DigestClaim;
import io.jenkins.plugins.gotoolchain.release.Platform;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import java.io.Serializable;
import java.util.Base64;
import java.util.Objects;

/**
 * The only bytes that are accepted for a version on a platform.
 *
 * @param sha256 of the archive that download sites have, lower-case hex; empty where that archive is not accepted
 * @param moduleHash {@code h1:…} of the module that proxies have; empty where the module is not accepted
 * @param from where it is written, for people: {@code go-toolchain.pins:3}
 */
public record Pin(GoVersion version, Platform platform, String sha256, String moduleHash, String from)
        implements Comparable<Pin>, Serializable {

    private static final long serialVersionUID = 1L;

    static final String SHA256 = "sha256:";
    private static final String H1 = "h1:";
    private static final int H1_LENGTH = 47;

    /** @throws IllegalArgumentException where a digest is none, there is none at all, or the version is no release */
    public Pin {
        Objects.requireNonNull(version);
        Objects.requireNonNull(platform);
        Objects.requireNonNull(from);
        if (!sha256.isEmpty() && !DigestClaim.isSha256(sha256) || !moduleHash.isEmpty() && !isModuleHash(moduleHash)) {
            throw new IllegalArgumentException("not a digest");
        }
        if (sha256.isEmpty() && moduleHash.isEmpty() || version.isLanguage()) {
            throw new IllegalArgumentException("a pin without a digest, or of no release");
        }
    }

    /** Whether the text is {@code h1:} and the base64 of 32 bytes, written as Go writes it. */
    public static boolean isModuleHash(String text) {
        if (text == null || text.length() != H1_LENGTH || !text.startsWith(H1)) {
            return false;
        }
        try {
            byte[] bytes = Base64.getDecoder().decode(text.substring(H1.length()));
            return bytes.length == 32 && text.endsWith(Base64.getEncoder().encodeToString(bytes));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Whether it is of that version and platform. */
    public boolean isOf(GoVersion other, Platform otherPlatform) {
        return version.equals(other) && platform.equals(otherPlatform);
    }

    /** The same, but for the archive of download sites alone. */
    public Pin withoutModule() {
        return new Pin(version, platform, sha256, "", from);
    }

    /** Whether it accepts the same bytes. */
    public boolean hasDigestsOf(Pin other) {
        return sha256.equals(other.sha256) && moduleHash.equals(other.moduleHash);
    }

    /** As it stands in the file. */
    public String line() {
        return version + " " + platform + (sha256.isEmpty() ? "" : " " + SHA256 + sha256)
                + (moduleHash.isEmpty() ? "" : " " + moduleHash);
    }

    /** In the order of the file: by version, then platform. */
    @Override
    public int compareTo(Pin other) {
        int order = version.compareTo(other.version);
        return order == 0 ? platform.compareTo(other.platform) : order;
    }
}
