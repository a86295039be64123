/**
 * Provides a toolchain for one build on one node, from the controller: chooses the version once for the build, has the
 * node do the work, holds the answer against what was asked, and writes it down. What everything above asks for a Go.
 */
package io.jenkins.plugins.gotoolchain.jenkins.provisioning;
