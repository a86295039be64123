/**
 * All toolchains of all nodes: what is there, what is being done, and the doing of it for one node, some or all. In: what
 * nodes say they have; out: pages, the REST API, commands. It changes nothing by itself; every installation goes by the way
 * that builds go.
 */
package io.jenkins.plugins.gotoolchain.jenkins.fleet;
