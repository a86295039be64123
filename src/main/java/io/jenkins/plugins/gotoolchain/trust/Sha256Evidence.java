package io.jenkins.plugins.gotoolchain.trust;

import java.util.List;

/**
 * The archive has the SHA-256 that all known origins claim.
 *
 * @param sha256 lower-case hex
 * @param trustedFrom the origins that count, printable; at least one
 * @param alsoFrom origins that agree but prove nothing by themselves, printable
 * @param unasked who should have been asked too and was not, with the reason, printable
 */
public record Sha256Evidence(String sha256, List<String> trustedFrom, List<String> alsoFrom, List<String> unasked)
        implements Evidence {

    private static final long serialVersionUID = 1L;

    public Sha256Evidence {
        trustedFrom = List.copyOf(trustedFrom);
        alsoFrom = List.copyOf(alsoFrom);
        unasked = List.copyOf(unasked);
        if (trustedFrom.isEmpty()) {
            throw new IllegalArgumentException("a digest that no trusted origin claims is no evidence");
        }
    }

    /** All that should have been asked was. */
    public Sha256Evidence(String sha256, List<String> trustedFrom, List<String> alsoFrom) {
        this(sha256, trustedFrom, alsoFrom, List.of());
    }

    @Override
    public Requirement meets() {
        return Requirement.SHA256;
    }

    @Override
    public String describe() {
        String text = "sha256 " + sha256 + " as claimed by " + String.join(", ", trustedFrom);
        text += alsoFrom.isEmpty() ? "" : " (also by " + String.join(", ", alsoFrom) + ")";
        return text + notHeldAgainst(unasked);
    }

    /** So that a receipt does not look better than what was done. */
    static String notHeldAgainst(List<String> unasked) {
        return unasked.isEmpty() ? "" : "; not held against " + String.join("; ", unasked);
    }
}
