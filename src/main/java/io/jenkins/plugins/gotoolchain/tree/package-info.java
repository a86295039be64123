/**
 * What a toolchain's folder consists of: one entry a file, with size, mode and digest, and a manifest of them all
 * with a digest of its own. Unpacking makes a manifest, proofs name its digest, the store checks a folder against it.
 */
package io.jenkins.plugins.gotoolchain.tree;
