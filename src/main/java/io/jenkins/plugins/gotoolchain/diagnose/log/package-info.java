/** Reads a build's log of any size as a stream, and names what happened, with the lines that show it. */
package io.jenkins.plugins.gotoolchain.diagnose.log;
