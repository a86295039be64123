/**
 * Versions of Go and what selects one. In: what a person wrote, or a workspace whose files say it. Out: exactly one
 * {@link io.jenkins.plugins.gotoolchain.version.GoVersion}, with the words that say how it was found. It promises Go's
 * own order of versions, never a pre-release that nobody named, and no trust in a workspace: files are bounded, must
 * lie in it, and are read without running anything.
 */
package io.jenkins.plugins.gotoolchain.version;
