package io.jenkins.plugins.gotoolchain.archive;

/**
 * An entry of a zip.
 *
 * @param name as in the archive, prefix included
 * @param sha256 of its content, lower-case hex
 */
public record StoredFile(String name, String sha256) {}
