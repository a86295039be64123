package io.jenkins.plugins.gotoolchain.provision;

import io.jenkins.plugins.gotoolchain.transfer.Words;

/** Numbers of bytes as people read them, in binary units. */
public final class Bytes {

    private Bytes() {}

    /** {@code 79.0 MiB}. */
    public static String of(long bytes) {
        return Words.size(bytes);
    }
}
