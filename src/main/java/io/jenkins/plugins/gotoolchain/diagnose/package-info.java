/**
 * Reading of build logs. In: the bytes of a log, as they are written or from a file; out: the lines that tell of a Go
 * that is not the one provided, each with the rule that knows what to change. It promises to read 100 MB in a fraction
 * of a second, to keep no more than one line of bounded length, and to take a line that merely quotes such words for
 * what it is, where that can be told.
 */
package io.jenkins.plugins.gotoolchain.diagnose;
