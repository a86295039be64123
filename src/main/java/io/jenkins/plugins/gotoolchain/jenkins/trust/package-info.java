/**
 * What the controller holds all nodes to: the bytes of each toolchain that were verified first, and the alarms about what
 * disagrees, until an administrator has seen them.
 */
package io.jenkins.plugins.gotoolchain.jenkins.trust;
