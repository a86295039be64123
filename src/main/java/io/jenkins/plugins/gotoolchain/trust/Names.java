package io.jenkins.plugins.gotoolchain.trust;

import io.jenkins.plugins.gotoolchain.release.Archive;

/** What things are called in messages. */
final class Names {

    private Names() {}

    /** {@code go1.24.1.linux-amd64.tar.gz (Go 1.24.1, linux/amd64)}. */
    static String of(Archive archive) {
        return archive.fileName() + " (Go " + archive.version() + ", " + archive.platform() + ")";
    }
}
