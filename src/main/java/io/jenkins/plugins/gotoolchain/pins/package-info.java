/**
 * What a project has written down about its toolchains: the file {@code go-toolchain.pins}, one line a version and
 * platform with the digests of the only bytes that it accepts. In: text that nobody vouches for; out:
 * {@link io.jenkins.plugins.gotoolchain.pins.Pins}, or an error with file and line. Nothing is asked of anybody here.
 */
package io.jenkins.plugins.gotoolchain.pins;
