package io.jenkins.plugins.gotoolchain.trust.openpgp;

import java.time.Instant;

/**
 * A signature that held.
 *
 * @param key the pinned primary key
 * @param signer the subkey that signed; the primary key itself where that did
 * @param made when, by the signer's clock
 * @param hash {@code SHA-512}
 * @param from where the signature was read, printable
 */
public record VerifiedSignature(Fingerprint key, Fingerprint signer, Instant made, String hash, String from) {}
