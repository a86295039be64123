package io.jenkins.plugins.gotoolchain.jenkins.tool;

import hudson.EnvVars;
import io.jenkins.plugins.gotoolchain.environment.GoEnvironment;

/** The variables that a tool gives to a build. */
final class BuildEnvironment {

    private BuildEnvironment() {}

    /** A variable that leads to another Go is emptied: Jenkins takes none away. */
    static void put(GoEnvironment environment, EnvVars variables) {
        for (String name : environment.unset()) {
            variables.put(name, "");
        }
        variables.putAll(environment.variables());
        variables.put("PATH+GO", String.join(environment.pathSeparator(), environment.path()));
    }
}
