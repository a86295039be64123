package io.jenkins.plugins.gotoolchain.failure;

import java.util.List;

/** A setting is wrong or contradicts another one: whoever configured it must act. */
public final class ConfigurationException extends ToolchainException {

    private static final long serialVersionUID = 1L;

    public ConfigurationException(String problem, String advice) {
        this(problem, List.of(), advice, null);
    }

    public ConfigurationException(String problem, List<String> tried, String advice, Throwable cause) {
        super(problem, tried, advice, cause);
    }
}
