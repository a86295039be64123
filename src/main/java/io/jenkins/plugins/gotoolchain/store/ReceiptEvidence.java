package io.jenkins.plugins.gotoolchain.store;

import java.io.Serializable;

/**
 * One piece of evidence as a receipt records it.
 *
 * @param kind which demand of a policy it met: {@code sha256}, {@code signature}, {@code sumdb}, or a word that a newer
 *     version of this plugin knows
 * @param how what was checked against what, one line, no secrets
 * @param key the fingerprint of the key that made it, where a configuration can ask for one; empty for all else
 */
public record ReceiptEvidence(String kind, String how, String key) implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Evidence that is no signature. */
    public ReceiptEvidence(String kind, String how) {
        this(kind, how, "");
    }

    /** What it met, as demands look for it: its kind, and with a key that too. */
    String met() {
        return key.isEmpty() ? kind : kind + " " + key;
    }
}
