package io.jenkins.plugins.gotoolchain.trust;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The archive's bytes are signed by the pinned key.
 *
 * @param key the fingerprint of the pinned primary key
 * @param signer the fingerprint of the subkey that signed, or of the primary key where that did
 * @param made when, by the signer's clock
 * @param hash {@code SHA-512}
 * @param from where the signature was read, printable
 */
public record SignatureEvidence(String key, String signer, Instant made, String hash, String from) implements Evidence {

    private static final long serialVersionUID = 1L;

    @Override
    public Requirement meets() {
        return Requirement.SIGNATURE;
    }

    @Override
    public String describe() {
        return "signed by key " + key + (signer.equals(key) ? "" : ", subkey " + signer) + ", on "
                + made.truncatedTo(ChronoUnit.SECONDS) + " over " + hash + "; signature from " + from;
    }
}
