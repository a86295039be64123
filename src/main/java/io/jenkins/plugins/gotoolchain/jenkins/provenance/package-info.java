/** Writes down of what a build made, and with which Go, in the form that supply-chain tools read. */
package io.jenkins.plugins.gotoolchain.jenkins.provenance;
