/**
 * Tests about the whole tree: which room may know which, what the sources must not name, and that the two builds say
 * the same. They read the classes that were built and the files of the source tree.
 */
package io.jenkins.plugins.gotoolchain.architecture;
