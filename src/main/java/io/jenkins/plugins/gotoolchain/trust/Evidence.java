package io.jenkins.plugins.gotoolchain.trust;

import java.io.Serializable;

/** One reason to believe that these bytes are what the publisher released, with how it was checked. */
public sealed interface Evidence extends Serializable permits Sha256Evidence, ChecksumDatabaseEvidence {

    /** Which demand of a policy it meets. */
    Requirement meets();

    /** One line for people, no secrets: what was checked against what. */
    String describe();
}
