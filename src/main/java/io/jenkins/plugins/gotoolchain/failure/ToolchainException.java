package io.jenkins.plugins.gotoolchain.failure;

import java.io.IOException;
import java.util.List;

/**
 * A toolchain could not be provided. The type says who must act; the message has the cause, what was tried and
 * what to do, one part a line.
 */
public abstract sealed class ToolchainException extends IOException
        permits VersionException, UnreachableException, VerificationException, StoreException, ConfigurationException {

    private static final long serialVersionUID = 1L;

    private final String problem;
    private final List<String> tried;
    private final String advice;

    /**
     * @param problem what happened, to which version, platform and host; no secrets
     * @param tried what was tried, one step each, oldest first; may be empty
     * @param advice what to do now; may be empty
     * @param cause for debugging only, never shown to people; may be null
     */
    ToolchainException(String problem, List<String> tried, String advice, Throwable cause) {
        super(compose(problem, tried, advice), cause);
        this.problem = problem;
        this.tried = List.copyOf(tried);
        this.advice = advice;
    }

    private static String compose(String problem, List<String> tried, String advice) {
        StringBuilder text = new StringBuilder(problem);
        for (String step : tried) {
            text.append("\n  tried: ").append(step);
        }
        if (!advice.isEmpty()) {
            text.append("\n  to do: ").append(advice);
        }
        return text.toString();
    }

    /** What happened, without what was tried and what to do. */
    public String problem() {
        return problem;
    }

    /** What was tried, oldest first. */
    public List<String> tried() {
        return tried;
    }

    /** What to do now; empty where there is nothing to say. */
    public String advice() {
        return advice;
    }
}
