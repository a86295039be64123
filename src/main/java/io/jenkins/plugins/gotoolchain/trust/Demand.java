package io.jenkins.plugins.gotoolchain.trust;

import io.jenkins.plugins.gotoolchain.failure.VerificationException;
import io.jenkins.plugins.gotoolchain.release.Archive;
import java.util.ArrayList;
import java.util.List;

/** Whether the evidence is enough: all that the policy requires, and never none. */
final class Demand {

    private final TrustPolicy policy;

    Demand(TrustPolicy policy) {
        this.policy = policy;
    }

    /**
     * @param sha256 of the bytes received, for whoever wants to pin them
     * @param considered what was looked at, one line each
     */
    void check(Archive archive, String sha256, List<Evidence> evidence, List<String> considered)
            throws VerificationException {
        List<String> missing = new ArrayList<>();
        for (Requirement requirement : Requirement.values()) {
            if (policy.requires(requirement) && !isMet(requirement, evidence)) {
                missing.add(requirement.toString());
            }
        }
        if (!missing.isEmpty()) {
            throw new VerificationException(
                    Names.of(archive) + " lacks the evidence that is required: " + String.join(", ", missing),
                    considered,
                    "pin its SHA-256 after you have checked it (these bytes have " + sha256 + "), or change what is"
                            + " required",
                    null);
        }
        if (evidence.isEmpty()) {
            throw new VerificationException(
                    "nothing proves " + Names.of(archive),
                    considered,
                    "pin its SHA-256 after you have checked it (these bytes have " + sha256 + "), use a source that"
                            + " can be proven, or say that this source's own digests are to be trusted",
                    null);
        }
    }

    private static boolean isMet(Requirement requirement, List<Evidence> evidence) {
        for (Evidence piece : evidence) {
            if (piece.meets() == requirement) {
                return true;
            }
        }
        return false;
    }
}
