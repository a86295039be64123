package io.jenkins.plugins.gotoolchain.source;

import io.jenkins.plugins.gotoolchain.release.Archive;
import io.jenkins.plugins.gotoolchain.release.DigestClaim;
import java.io.Serializable;
import java.util.List;

/**
 * What a source has for one version and platform.
 *
 * @param archive what it is; its size is -1 where the source does not say
 * @param locations where it is, at least one; the next is for when one fails, whatever the error
 * @param claims what its digest should be, according to whom; may be empty
 * @param label of the source, printable
 */
public record Offer(Archive archive, List<Location> locations, List<DigestClaim> claims, String label)
        implements Serializable {

    public Offer {
        locations = List.copyOf(locations);
        claims = List.copyOf(claims);
    }

    /** The same with more claims, from elsewhere. */
    public Offer with(List<DigestClaim> more) {
        List<DigestClaim> all = new java.util.ArrayList<>(claims);
        all.addAll(more);
        return new Offer(archive, locations, all, label);
    }
}
