/**
 * Detached OpenPGP signatures (RFC 9580, RFC 4880) by one key that is pinned by its fingerprint. In go the bytes beside
 * an archive and the archive's own; out comes who signed them when, or an error that says which of the many things that
 * a signature needs is missing. Promise: nothing counts but the pinned primary key and subkeys that it binds and that
 * agree to it themselves; a revocation that was seen once is not forgotten; no input, however made, ends in anything
 * but the errors of {@code failure}.
 *
 * <p>From the bottom: {@code Armor}, {@code Algorithms} and {@code Fingerprint} are the formats; {@code SelfSignatures}
 * says which signatures of a key about itself hold, {@code KeyPart} and {@code SigningKey} what follows from them;
 * {@code KeyFile} brings the key, and remembers it; {@code DetachedSignature} is what lies beside an archive; and
 * {@code SignatureCheck} is the road through them. Parsing and the arithmetic are Bouncy Castle's and Java's own.
 */
package io.jenkins.plugins.gotoolchain.trust.openpgp;
