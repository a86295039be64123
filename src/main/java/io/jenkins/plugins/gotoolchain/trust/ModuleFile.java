package io.jenkins.plugins.gotoolchain.trust;

/**
 * One file of a module zip, named as it is stored there, prefix and {@code _go.mod} included.
 *
 * @param name {@code golang.org/toolchain@v0.0.1-go1.24.1.linux-amd64/VERSION}
 * @param sha256 lower-case hex
 */
public record ModuleFile(String name, String sha256) {}
