/**
 * What nodes may use, with a number that only grows: a pin, a policy, a source or a withdrawn version that changes raises it.
 * In: the configuration; out: a stamp that goes to nodes with each question, and what is withdrawn taken away from them.
 */
package io.jenkins.plugins.gotoolchain.jenkins.catalogue;
