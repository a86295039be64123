package io.jenkins.plugins.gotoolchain.failure;

import java.util.List;

/** The disk or the store is full, not writable or damaged: whoever runs the node must act. */
public final class StoreException extends ToolchainException {

    private static final long serialVersionUID = 1L;

    public StoreException(String problem, String advice) {
        this(problem, List.of(), advice, null);
    }

    public StoreException(String problem, List<String> tried, String advice, Throwable cause) {
        super(problem, tried, advice, cause);
    }
}
