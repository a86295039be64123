package io.jenkins.plugins.gotoolchain.version;

/**
 * What a file asks for.
 *
 * @param selector an exact version or a newest patch
 * @param origin file, line and the words there, such as {@code go.mod:5 toolchain go1.24.1}
 */
record Request(VersionSelector selector, String origin) {}
