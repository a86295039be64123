/**
 * The shared build cache of blocks, {@code GOCACHEPROG}: its helper, a small jar that is made from this plugin's own classes
 * and kept on each node, and its settings in a file that only the agent's user may read. In: caches that a block was given;
 * out: the value of {@code GOCACHEPROG}.
 */
package io.jenkins.plugins.gotoolchain.jenkins.buildcache;
