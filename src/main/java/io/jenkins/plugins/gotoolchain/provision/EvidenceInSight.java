package io.jenkins.plugins.gotoolchain.provision;

import io.jenkins.plugins.gotoolchain.release.DigestClaim;
import io.jenkins.plugins.gotoolchain.release.Packaging;
import io.jenkins.plugins.gotoolchain.source.Offer;
import io.jenkins.plugins.gotoolchain.trust.Requirement;
import io.jenkins.plugins.gotoolchain.trust.TrustPolicy;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Whether an offer can be proven at all, asked before its archive is downloaded. Proves nothing itself. */
final class EvidenceInSight {

    private final TrustPolicy policy;
    private final Verifiers verifiers;

    EvidenceInSight(TrustPolicy policy, Verifiers verifiers) {
        this.policy = policy;
        this.verifiers = verifiers;
    }

    static boolean hasTrustedDigest(Offer offer) {
        for (DigestClaim claim : offer.claims()) {
            if (claim.trusted()) {
                return true;
            }
        }
        return false;
    }

    /** Why it never meets the policy, for people; empty where it may. */
    Optional<String> objection(Offer offer) {
        Set<Requirement> inSight = EnumSet.noneOf(Requirement.class);
        String noDigest = offer.archive().packaging() == Packaging.MODULE_ZIP
                ? "a module proxy has no SHA-256 of its zips, and none is pinned"
                : "there is no SHA-256 of it from an origin other than its own";
        if (hasTrustedDigest(offer)) {
            inSight.add(Requirement.SHA256);
        }
        Optional<String> noDatabase =
                verifiers.whyNoDatabase(offer.archive().packaging(), offer.locations().get(0));
        if (noDatabase.isEmpty()) {
            inSight.add(Requirement.SUMDB);
        }
        if (inSight.isEmpty()) {
            return Optional.of("nothing proves it: " + noDigest + "; the checksum database is not asked, "
                    + noDatabase.orElse(""));
        }
        if (policy.requires(Requirement.SHA256) && !inSight.contains(Requirement.SHA256)) {
            return Optional.of("sha256 is required: " + noDigest);
        }
        if (policy.requires(Requirement.SUMDB) && !inSight.contains(Requirement.SUMDB)) {
            return Optional.of("sumdb is required: the checksum database is not asked, " + noDatabase.orElse(""));
        }
        return Optional.empty();
    }
}
