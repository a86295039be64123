package io.jenkins.plugins.gotoolchain.store;

import java.io.Serializable;

/**
 * One piece of evidence as a receipt records it.
 *
 * @param kind which demand of a policy it met: {@code sha256}, {@code signature}, {@code sumdb}, or a word that a newer
 *     version of this plugin knows
 * @param how what was checked against what, one line, no secrets
 */
public record ReceiptEvidence(String kind, String how) implements Serializable {

    private static final long serialVersionUID = 1L;
}
