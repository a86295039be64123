/**
 * Which build used which toolchain, and what proved it: kept with the build, shown on its page, archived, and found again
 * by an index over all builds. A record that cannot be written fails no build.
 */
package io.jenkins.plugins.gotoolchain.jenkins.record;
