package io.jenkins.plugins.gotoolchain.jenkins.strict;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.AbortException;
import hudson.EnvVars;
import hudson.Extension;
import hudson.FilePath;
import hudson.Launcher;
import hudson.Util;
import hudson.console.ConsoleLogFilter;
import hudson.model.AbstractProject;
import hudson.model.Item;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.tasks.BuildWrapperDescriptor;
import hudson.util.ComboBoxModel;
import hudson.util.FormValidation;
import io.jenkins.plugins.gotoolchain.failure.ToolchainException;
import io.jenkins.plugins.gotoolchain.jenkins.block.GivenGo;
import io.jenkins.plugins.gotoolchain.jenkins.tool.VersionField;
import java.io.IOException;
import java.util.UUID;
import jenkins.tasks.SimpleBuildWrapper;
import org.jenkinsci.Symbol;
import org.jenkinsci.plugins.workflow.flow.FlowExecutionOwner;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** {@code goStrict('1.24.1') { }}: a verified Go, and no other one behind the build's back. */
public final class GoStrictWrapper extends SimpleBuildWrapper {

    private final String version;
    private StrictReaction onViolation;
    private boolean verifyModules;

    /** In a Pipeline an instance is for one block; in Freestyle one is for all builds, each of which is one block. */
    private transient String block;

    /** @param version null or blank where the workspace or the configuration says it */
    @DataBoundConstructor
    public GoStrictWrapper(String version) {
        this.version = Util.fixEmptyAndTrim(version);
    }

    /** A version or what stands for one, the name of an installation, or a file of the workspace. */
    public String getVersion() {
        return version;
    }

    public StrictReaction getOnViolation() {
        return onViolation == null ? StrictReaction.FAIL : onViolation;
    }

    @DataBoundSetter
    public void setOnViolation(StrictReaction onViolation) {
        this.onViolation = onViolation;
    }

    /** Whether {@code go mod verify} comes before the first step. */
    public boolean isVerifyModules() {
        return verifyModules;
    }

    @DataBoundSetter
    public void setVerifyModules(boolean verifyModules) {
        this.verifyModules = verifyModules;
    }

    @Override
    public void setUp(Context context, Run<?, ?> run, FilePath workspace, Launcher launcher, TaskListener log, EnvVars environment)
            throws IOException, InterruptedException {
        StrictBlock strict = block(run, run instanceof FlowExecutionOwner.Executable ? UUID.randomUUID().toString() : "build");
        block = strict.id();
        try {
            GivenGo go = GivenGo.open(run, workspace, launcher, log, environment, version, verifyModules);
            context.setDisposer(new StrictEnd(strict.id(), go.open(), go.go()));
            go.variables().forEach(context::env);
            context.env(StrictBlock.VARIABLE, strict.within(environment));
        } catch (ToolchainException e) {
            throw new AbortException(e.getMessage());
        }
    }

    /** A Pipeline asks for it after {@link #setUp}, Freestyle before. */
    @Override
    public ConsoleLogFilter createLoggerDecorator(@NonNull Run<?, ?> run) {
        return new StrictLogFilter(block(run, run instanceof FlowExecutionOwner.Executable ? block : "build"));
    }

    private StrictBlock block(Run<?, ?> run, String id) {
        return new StrictBlock(run, id, getOnViolation());
    }

    @Extension
    @Symbol("goStrict")
    public static final class DescriptorImpl extends BuildWrapperDescriptor {

        @NonNull
        @Override
        public String getDisplayName() {
            return Messages.GoStrictWrapper_displayName();
        }

        @Override
        public boolean isApplicable(AbstractProject<?, ?> item) {
            return true;
        }

        @POST
        public ComboBoxModel doFillVersionItems(@AncestorInPath Item item) {
            return VersionField.items(item);
        }

        @POST
        public FormValidation doCheckVersion(@AncestorInPath Item item, @QueryParameter String value) {
            return VersionField.check(item, value);
        }
    }
}
