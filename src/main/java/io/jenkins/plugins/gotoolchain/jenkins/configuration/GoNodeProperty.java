package io.jenkins.plugins.gotoolchain.jenkins.configuration;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.model.Node;
import hudson.slaves.NodeProperty;
import hudson.slaves.NodePropertyDescriptor;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;

/** What builds with Go get on a node. */
public final class GoNodeProperty extends NodeProperty<Node> {

    private final GoEnvironmentSettings environment;

    @DataBoundConstructor
    public GoNodeProperty(GoEnvironmentSettings environment) {
        this.environment = environment;
        ModuleChecks.log("the settings of a node", environment);
    }

    public GoEnvironmentSettings getEnvironment() {
        return environment;
    }

    @Extension
    @Symbol("goEnvironment")
    public static final class DescriptorImpl extends NodePropertyDescriptor {

        /** What is for all nodes is in the configuration of Go toolchains. */
        @Override
        public boolean isApplicableAsGlobal() {
            return false;
        }

        @NonNull
        @Override
        public String getDisplayName() {
            return Messages.GoEnvironmentSettings_displayName();
        }
    }
}
