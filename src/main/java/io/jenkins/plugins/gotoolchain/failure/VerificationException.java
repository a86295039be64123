package io.jenkins.plugins.gotoolchain.failure;

import java.util.List;

/** The bytes are not what they should be, or nothing proves them: never retried, never installed. */
public sealed class VerificationException extends ToolchainException permits DisagreementException {

    private static final long serialVersionUID = 1L;

    public VerificationException(String problem, String advice) {
        this(problem, List.of(), advice, null);
    }

    public VerificationException(String problem, List<String> tried, String advice, Throwable cause) {
        super(problem, tried, advice, cause);
    }
}
