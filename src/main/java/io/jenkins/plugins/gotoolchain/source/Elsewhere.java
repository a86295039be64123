package io.jenkins.plugins.gotoolchain.source;

import io.jenkins.plugins.gotoolchain.release.DigestClaim;
import java.util.List;

/**
 * What others than its own source say of an archive.
 *
 * @param claims of those that are trusted and know it
 * @param unasked who should have been asked and did not answer, with the reason, a line each; no secrets
 */
public record Elsewhere(List<DigestClaim> claims, List<String> unasked) {

    /** Nobody was asked. */
    public static final Elsewhere NOBODY = new Elsewhere(List.of(), List.of());

    public Elsewhere {
        claims = List.copyOf(claims);
        unasked = List.copyOf(unasked);
    }
}
