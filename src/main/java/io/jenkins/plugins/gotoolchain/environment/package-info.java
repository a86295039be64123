/**
 * The variables that a build gets. In: a toolchain's home, its version, and what the administrator and the build set
 * for Go; out: variables to set, to put in front of {@code PATH} and to take away, as values or as text for a shell.
 * It promises that the toolchain named is the one that runs: {@code GOTOOLCHAIN=local}, and nothing inherited that
 * would lead to another one. Nothing secret goes in, so nothing secret comes out.
 */
package io.jenkins.plugins.gotoolchain.environment;
