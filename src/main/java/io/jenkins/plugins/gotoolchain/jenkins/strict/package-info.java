/**
 * {@code goStrict}: a verified Go, and an end to the build where the log says that another one was used or fetched.
 */
package io.jenkins.plugins.gotoolchain.jenkins.strict;
