/** Searches a workspace for all that declares or fetches a Go. */
package io.jenkins.plugins.gotoolchain.diagnose.workspace;
