package io.jenkins.plugins.gotoolchain.trust.sumdb;

import io.jenkins.plugins.gotoolchain.failure.UnreachableException;
import java.util.concurrent.ExecutionException;

/** Brings an exception of another thread back as what it was. */
final class Causes {

    private Causes() {}

    /** Throws what a thread that reads documents ended with. */
    static RuntimeException rethrow(ExecutionException e) throws UnreachableException, InterruptedException {
        Throwable cause = e.getCause();
        if (cause instanceof UnreachableException unreachable) {
            throw unreachable;
        }
        if (cause instanceof InterruptedException) {
            throw new InterruptedException();
        }
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException wrong ? wrong : new IllegalStateException(cause);
    }
}
