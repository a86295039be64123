/**
 * Where archives come from: a download site, a Go module proxy, a folder. In: what the user or the administrator
 * named, a version, a platform; out: which versions there are, and an offer, which says where the archive is to be
 * had and what its digest should be according to whom. Nothing is downloaded here but small documents, and nothing is
 * believed: a claim says whether its origin is another one than the archive's, and {@code trust} decides.
 * Credentials are taken out of every URL when it is read and are never printed.
 */
package io.jenkins.plugins.gotoolchain.source;
