package io.jenkins.plugins.gotoolchain.jenkins.block;

import hudson.EnvVars;
import io.jenkins.plugins.gotoolchain.environment.GoEnvironment;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jenkinsci.plugins.workflow.steps.EnvironmentExpander;

/** What a block adds to the environment; where blocks nest, the inner one's comes last and wins. */
final class BlockVariables extends EnvironmentExpander {

    private static final long serialVersionUID = 1L;

    private final Map<String, String> variables;

    /** @param more to set besides, in place of the environment's own where both have one */
    BlockVariables(GoEnvironment environment, Map<String, String> more) {
        variables = new LinkedHashMap<>();
        for (String name : environment.unset()) {
            variables.put(name, "");
        }
        variables.putAll(environment.variables());
        variables.putAll(more);
        variables.put("PATH+GO", String.join(environment.pathSeparator(), environment.path()));
    }

    /** With {@code PATH+GO}, and empty where a variable is to be taken away. */
    Map<String, String> values() {
        return Collections.unmodifiableMap(variables);
    }

    @Override
    public void expand(EnvVars environment) {
        environment.overrideAll(variables);
    }
}
