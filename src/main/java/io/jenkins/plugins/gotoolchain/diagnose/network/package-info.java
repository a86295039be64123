/**
 * How a node reaches the sources of toolchains: each one asked as a download would ask it, what was seen on the way, and
 * the cause where it cannot serve. {@link io.jenkins.plugins.gotoolchain.diagnose.network.NetworkCheck} does it.
 */
package io.jenkins.plugins.gotoolchain.diagnose.network;
