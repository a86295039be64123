package io.jenkins.plugins.gotoolchain.failure;

import java.util.List;

/** There is no such version, not for this platform, or what names it cannot be read: whoever asked for it must act. */
public final class VersionException extends ToolchainException {

    private static final long serialVersionUID = 1L;

    public VersionException(String problem, String advice) {
        this(problem, List.of(), advice, null);
    }

    public VersionException(String problem, List<String> tried, String advice, Throwable cause) {
        super(problem, tried, advice, cause);
    }
}
