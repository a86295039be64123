package io.jenkins.plugins.gotoolchain.jenkins.provenance;

import java.io.Serializable;

/**
 * A file that a build made.
 *
 * @param name its path in the workspace, with slashes
 * @param sha256 lower-case hex
 */
record Subject(String name, String sha256) implements Serializable {}
