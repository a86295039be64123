package io.jenkins.plugins.gotoolchain.jenkins.tool;

import hudson.AbortException;
import hudson.EnvVars;
import hudson.Launcher;
import hudson.model.AbstractBuild;
import hudson.model.BuildListener;
import io.jenkins.plugins.gotoolchain.jenkins.testing.Configured;
import java.io.IOException;
import org.jvnet.hudson.test.TestBuilder;

/** A build step of Freestyle jobs that uses a tool as the steps of other plugins do, and asks it for its version. */
final class UseGo extends TestBuilder {

    private final String name;

    UseGo(String name) {
        this.name = name;
    }

    @Override
    public boolean perform(AbstractBuild<?, ?> build, Launcher launcher, BuildListener listener)
            throws IOException, InterruptedException {
        EnvVars environment = build.getEnvironment(listener);
        GoInstallation installation = find().forNode(build.getBuiltOn(), listener).forEnvironment(environment);
        installation.buildEnvVars(environment);
        return launcher.launch().cmds(installation.getHome() + "/bin/go", "version").envs(environment).stdout(listener).join() == 0;
    }

    private GoInstallation find() throws AbortException {
        for (GoInstallation one : Configured.tool().getInstallations()) {
            if (one.getName().equals(name)) {
                return one;
            }
        }
        throw new AbortException("no " + name);
    }
}
