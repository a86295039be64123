/** How each node reaches the sources, and how its last downloads went: pages, and a step. */
package io.jenkins.plugins.gotoolchain.jenkins.network;
