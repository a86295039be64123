package io.jenkins.plugins.gotoolchain.jenkins.configuration;

import com.cloudbees.hudson.plugins.folder.AbstractFolder;
import com.cloudbees.hudson.plugins.folder.AbstractFolderProperty;
import com.cloudbees.hudson.plugins.folder.AbstractFolderPropertyDescriptor;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;

/** What builds with Go get in a folder. */
public final class GoFolderProperty extends AbstractFolderProperty<AbstractFolder<?>> {

    private final GoEnvironmentSettings environment;

    @DataBoundConstructor
    public GoFolderProperty(GoEnvironmentSettings environment) {
        this.environment = environment;
        ModuleChecks.log("the settings of a folder", environment);
    }

    public GoEnvironmentSettings getEnvironment() {
        return environment;
    }

    @Extension(optional = true)
    @Symbol("goEnvironment")
    public static final class DescriptorImpl extends AbstractFolderPropertyDescriptor {
        @NonNull
        @Override
        public String getDisplayName() {
            return Messages.GoEnvironmentSettings_displayName();
        }
    }
}
