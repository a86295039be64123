package io.jenkins.plugins.gotoolchain.failure;

import java.util.List;

/** No source could be reached, or none answered as it should: whoever runs the network or the mirror must act. */
public final class UnreachableException extends ToolchainException {

    private static final long serialVersionUID = 1L;

    public UnreachableException(String problem, String advice) {
        this(problem, List.of(), advice, null);
    }

    public UnreachableException(String problem, List<String> tried, String advice, Throwable cause) {
        super(problem, tried, advice, cause);
    }
}
