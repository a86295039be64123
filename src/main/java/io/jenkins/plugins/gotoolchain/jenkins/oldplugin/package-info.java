/**
 * Takes over what the dormant plugin "golang" has configured, when an administrator says so, and warns as long as it is
 * there.
 */
package io.jenkins.plugins.gotoolchain.jenkins.oldplugin;
