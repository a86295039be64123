package io.jenkins.plugins.gotoolchain.trust;

import java.io.Serializable;

/** One reason to believe that these bytes are what the publisher released, with how it was checked. */
public sealed interface Evidence extends Serializable permits
        Sha256Evidence, PinnedModuleEvidence, SignatureEvidence, ChecksumDatabaseEvidence {

    /** Which demand of a policy it meets. */
    Requirement meets();

    /** Whose key made it, where a configuration can ask for one: its fingerprint. Empty for all else. */
    default String key() {
        return "";
    }

    /** One line for people, no secrets: what was checked against what. */
    String describe();
}
