/** The controller's archive cache: one for all nodes, reached by each over its own connection. */
package io.jenkins.plugins.gotoolchain.jenkins.cache;
