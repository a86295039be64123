package io.jenkins.plugins.gotoolchain.jenkins.fleet;

import java.io.Serializable;

/**
 * A toolchain that a node has, as it says.
 *
 * @param version {@code 1.24.1}
 * @param platform {@code linux/amd64}
 * @param bytes of its files
 * @param read when every byte was held against its digest, in milliseconds since 1970; 0 where unknown
 * @param used when it was used last, in milliseconds since 1970; 0 where unknown
 * @param inUse whether a build uses it
 * @param source where it came from, printable
 * @param problem why it is none that a build would get; empty where it is one
 */
record HeldToolchain(
        String version, String platform, long bytes, long read, long used, boolean inUse, String source, String problem)
        implements Serializable {

    private static final long serialVersionUID = 1L;
}
