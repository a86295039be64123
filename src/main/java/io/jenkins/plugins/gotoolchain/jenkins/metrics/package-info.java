/**
 * What was provided, as counts: in the text format of Prometheus, and in the registry of the plugin metrics where that is
 * installed. In: what came of each question for a toolchain; out: numbers without names of nodes, jobs or users.
 */
package io.jenkins.plugins.gotoolchain.jenkins.metrics;
