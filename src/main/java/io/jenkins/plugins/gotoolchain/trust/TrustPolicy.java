package io.jenkins.plugins.gotoolchain.trust;

import java.io.Serializable;
import java.util.HashSet;
import java.util.Set;

/**
 * What must be proven before anything is installed.
 *
 * @param required each of these must be met; where empty, any one piece of evidence will do, but never none
 */
public record TrustPolicy(Set<Requirement> required) implements Serializable {

    private static final long serialVersionUID = 1L;

    public TrustPolicy {
        required = Set.copyOf(required);
    }

    /** Any one kind of evidence is enough. */
    public static TrustPolicy anyEvidence() {
        return new TrustPolicy(Set.of());
    }

    public static TrustPolicy requiring(Requirement... required) {
        return new TrustPolicy(Set.of(required));
    }

    /** The same, with what else is required. */
    public TrustPolicy and(Set<Requirement> more) {
        if (more.isEmpty()) {
            return this;
        }
        Set<Requirement> all = new HashSet<>(required);
        all.addAll(more);
        return new TrustPolicy(all);
    }

    public boolean requires(Requirement requirement) {
        return required.contains(requirement);
    }
}
