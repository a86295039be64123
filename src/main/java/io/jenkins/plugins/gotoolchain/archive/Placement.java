package io.jenkins.plugins.gotoolchain.archive;

/**
 * Where an entry of a zip goes.
 *
 * @param path in the tree; null where it is only hashed, since its name cannot be written here
 * @param copy a second file with the same content; null for none
 * @param order the entry's place in the archive
 */
record Placement(ZipMember member, String path, String copy, boolean executable, int order) {}
