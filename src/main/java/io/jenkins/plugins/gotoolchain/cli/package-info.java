/**
 * The command line, {@code go-toolchain <command>}: words in, the rooms below called, words and an exit code out.
 * Results go to standard output, everything else to standard error. Not part of the plugin's archive.
 */
package io.jenkins.plugins.gotoolchain.cli;
