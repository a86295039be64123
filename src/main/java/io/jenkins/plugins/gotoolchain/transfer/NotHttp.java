package io.jenkins.plugins.gotoolchain.transfer;

import java.io.IOException;

/** What came is no answer as HTTP knows it. */
final class NotHttp extends IOException {

    private static final long serialVersionUID = 1L;

    NotHttp(String message) {
        super(message);
    }
}
