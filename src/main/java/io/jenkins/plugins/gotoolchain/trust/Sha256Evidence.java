package io.jenkins.plugins.gotoolchain.trust;

import java.util.List;

/**
 * The archive has the SHA-256 that all known origins claim.
 *
 * @param sha256 lower-case hex
 * @param trustedFrom the origins that count, printable; at least one
 * @param alsoFrom origins that agree but prove nothing by themselves, printable
 */
public record Sha256Evidence(String sha256, List<String> trustedFrom, List<String> alsoFrom) implements Evidence {

    private static final long serialVersionUID = 1L;

    public Sha256Evidence {
        trustedFrom = List.copyOf(trustedFrom);
        alsoFrom = List.copyOf(alsoFrom);
        if (trustedFrom.isEmpty()) {
            throw new IllegalArgumentException("a digest that no trusted origin claims is no evidence");
        }
    }

    @Override
    public Requirement meets() {
        return Requirement.SHA256;
    }

    @Override
    public String describe() {
        String text = "sha256 " + sha256 + " as claimed by " + String.join(", ", trustedFrom);
        return alsoFrom.isEmpty() ? text : text + " (also by " + String.join(", ", alsoFrom) + ")";
    }
}
