/**
 * The Jenkins side: tool, installer, steps, wrapper, configuration and pages, thin over
 * {@link io.jenkins.plugins.gotoolchain.provision}. What Jenkins asks for becomes records that go to the agent; the
 * road runs there; what comes back is checked against what was asked.
 */
package io.jenkins.plugins.gotoolchain;
