package io.jenkins.plugins.gotoolchain.provision;

import io.jenkins.plugins.gotoolchain.pins.Pin;
import io.jenkins.plugins.gotoolchain.release.DigestClaim;
import io.jenkins.plugins.gotoolchain.release.Packaging;
import io.jenkins.plugins.gotoolchain.source.Offer;
import io.jenkins.plugins.gotoolchain.trust.Requirement;
import io.jenkins.plugins.gotoolchain.trust.TrustPolicy;
import io.jenkins.plugins.gotoolchain.trust.Verifier;
import java.io.IOException;
import java.util.Optional;

/**
 * Whether an offer can be proven at all, asked before its archive is downloaded. Proves nothing itself. A signature is
 * looked for where it is required, and where there is nothing else.
 */
final class EvidenceInSight {

    private final Verifiers verifiers;

    EvidenceInSight(Verifiers verifiers) {
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

    /**
     * Why it never meets the policy, for people; empty where it may.
     *
     * @param pin nothing else is accepted; null where nothing is pinned
     * @throws io.jenkins.plugins.gotoolchain.failure.UnreachableException where the signature or its key, which are
     *     needed, cannot be fetched
     */
    Optional<String> objection(Offer offer, TrustPolicy policy, Pin pin) throws IOException, InterruptedException {
        Optional<String> other = pin == null ? Optional.empty() : Verifier.whyNever(pin, offer.archive().packaging());
        if (other.isPresent()) {
            return other;
        }
        String noDigest = offer.archive().packaging() == Packaging.MODULE_ZIP
                ? "a module proxy has no SHA-256 of its zips, and none is pinned"
                : "there is no SHA-256 of it from an origin other than its own";
        // A pin that may be met is a digest that is known.
        boolean digest = pin != null || hasTrustedDigest(offer);
        Optional<String> noDatabase =
                verifiers.whyNoDatabase(offer.archive().packaging(), offer.locations().get(0));
        if (policy.requires(Requirement.SHA256) && !digest) {
            return Optional.of("sha256 is required: " + noDigest);
        }
        if (policy.requires(Requirement.SUMDB) && noDatabase.isPresent()) {
            return Optional.of("sumdb is required: the checksum database is not asked, " + noDatabase.get());
        }
        boolean nothingElse = !digest && noDatabase.isPresent();
        if (!policy.requires(Requirement.SIGNATURE) && !nothingElse) {
            return Optional.empty();
        }
        Optional<String> noSignature = verifiers.whyNoSignature(offer);
        if (noSignature.isEmpty() || !nothingElse) {
            return noSignature.map(why -> "signature is required: " + why);
        }
        return Optional.of("nothing proves it: " + noDigest + "; the checksum database is not asked, " + noDatabase.get()
                + "; " + noSignature.get());
    }
}
