package io.jenkins.plugins.gotoolchain.release;

import java.io.Serializable;
import java.util.Objects;

/**
 * Somebody's word for what an archive's SHA-256 is.
 *
 * @param sha256 64 lower-case hex digits
 * @param from who says so, printable, without secrets
 * @param trusted whether that is evidence: it is pinned, comes from another origin than the archive, or whoever
 *     configured the source trusts its own digests
 */
public record DigestClaim(String sha256, Kind kind, String from, boolean trusted) implements Serializable {

    /** Where a digest was read. */
    public enum Kind {
        /** The release index of a download site. */
        INDEX,
        /** A file beside the archive, with {@code .sha256} after its name. */
        SIDECAR,
        /** A list or file in a folder of archives. */
        FOLDER,
        /** Written down by whoever configured or called this. */
        PIN
    }

    public DigestClaim {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(from);
        if (!isSha256(sha256)) {
            throw new IllegalArgumentException("not a SHA-256 in lower-case hex");
        }
    }

    /** Whether the text is 64 lower-case hex digits. An empty one is not, so a missing digest never becomes a claim. */
    public static boolean isSha256(String text) {
        boolean fits = text != null && text.length() == 64;
        for (int i = 0; fits && i < 64; i++) {
            char c = text.charAt(i);
            fits = c >= '0' && c <= '9' || c >= 'a' && c <= 'f';
        }
        return fits;
    }
}
