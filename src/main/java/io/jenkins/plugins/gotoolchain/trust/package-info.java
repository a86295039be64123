/**
 * Proofs. In come the digest of an archive's bytes, the digests that others claim for it, its signature, or the files of
 * a module zip; out comes a {@link io.jenkins.plugins.gotoolchain.trust.Proof} that names exactly these bytes and this tree, or
 * an exception that says what disagrees. Promise: nobody but this package can make a proof, no proof stands without
 * evidence, all evidence that is known agrees, and what the policy requires is there.
 *
 * <p>The client of the checksum database is in {@code trust.sumdb}, the check of signatures in {@code trust.openpgp}.
 */
package io.jenkins.plugins.gotoolchain.trust;
