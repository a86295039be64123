package io.jenkins.plugins.gotoolchain.transfer;

import java.io.IOException;

/** A body ended before its announced end. */
final class CutShort extends IOException {

    private static final long serialVersionUID = 1L;

    CutShort(String message) {
        super(message);
    }
}
