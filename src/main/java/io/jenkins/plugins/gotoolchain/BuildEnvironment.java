package io.jenkins.plugins.gotoolchain;

import hudson.EnvVars;

/** The variables that a tool gives to a build. */
final class BuildEnvironment {

    private BuildEnvironment() {}

    /** @param home the toolchain's folder, in the node's own notation */
    static void put(String home, EnvVars environment) {
        boolean windows = home.indexOf('\\') >= 0 && !home.startsWith("/");
        environment.put("GOROOT", home);
        environment.put("GOTOOLCHAIN", "local");
        environment.put("PATH+GO", home + (windows ? "\\bin" : "/bin"));
    }
}
