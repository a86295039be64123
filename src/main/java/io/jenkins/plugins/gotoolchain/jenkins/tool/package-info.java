/**
 * The tool {@code go}: installations under names, configured or simply released, their installer, and where each is on a
 * node. It also reads what the dormant plugin "golang" has configured, as such installers go on working here.
 */
package io.jenkins.plugins.gotoolchain.jenkins.tool;
