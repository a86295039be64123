/**
 * Takes an archive of Go apart. In comes a file ({@code .tar.gz}, {@code .zip} or a module zip) and an empty folder; out
 * comes the tree in that folder, with a manifest that has the SHA-256 of every file. Nothing is ever written outside the
 * folder, no archive can make it write more than its limits, and what is no toolchain of the version asked for is
 * refused. Whether the bytes are the right ones is for {@code trust} to say: what was written stays unproven until then.
 */
package io.jenkins.plugins.gotoolchain.archive;
