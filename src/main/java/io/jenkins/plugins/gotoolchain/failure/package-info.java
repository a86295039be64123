/**
 * What can go wrong, sorted by who must act. Every room above throws these and nothing else of its own:
 * each error carries its cause, what was tried and what to do now, so that whoever is called at night
 * needs no stack trace.
 */
package io.jenkins.plugins.gotoolchain.failure;
