/**
 * What runs on a node, sent there with all that it needs: the road itself, the look at a toolchain that someone else put
 * there, leases, the cleaning of the store. What comes back is a claim of that node, see
 * {@link io.jenkins.plugins.gotoolchain.jenkins.provisioning}.
 */
package io.jenkins.plugins.gotoolchain.jenkins.node;
