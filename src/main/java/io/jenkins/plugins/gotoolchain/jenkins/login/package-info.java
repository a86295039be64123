/**
 * A login for private modules while a block runs: files that only the node's own user may read, the variables that name
 * them, and a mask over the log. What could not be deleted is remembered until its node is back.
 */
package io.jenkins.plugins.gotoolchain.jenkins.login;
