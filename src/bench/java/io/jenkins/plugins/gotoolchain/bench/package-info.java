/**
 * The benchmark behind {@code ./build bench}: whole processes against each other, over a mirror on loopback that keeps
 * what it fetched once, each side in turn, medians. Never packaged.
 */
package io.jenkins.plugins.gotoolchain.bench;
