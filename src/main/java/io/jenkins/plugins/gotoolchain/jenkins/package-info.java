/**
 * The Jenkins side: tool, installer, steps, wrapper, configuration and pages, thin over
 * {@link io.jenkins.plugins.gotoolchain.provision}. What Jenkins asks for becomes records that go to the agent; the
 * road runs there; what comes back is checked against what was asked. Only what is in here knows Jenkins; it is divided
 * into rooms of its own, and this package itself is empty.
 */
package io.jenkins.plugins.gotoolchain.jenkins;
