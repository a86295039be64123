package io.jenkins.plugins.gotoolchain.jenkins.record;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.EnvVars;
import hudson.Extension;
import hudson.model.AbstractProject;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.tasks.BuildStepDescriptor;
import hudson.tasks.BuildStepMonitor;
import hudson.tasks.Publisher;
import hudson.tasks.Recorder;
import io.jenkins.plugins.gotoolchain.jenkins.node.OutcomeLine;
import java.io.IOException;
import java.io.StringWriter;
import jenkins.tasks.SimpleBuildStep;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.export.Flavor;
import org.kohsuke.stapler.export.ModelBuilder;

/** Archives the build's record, as its REST API gives it, as the artifact {@value #FILE}. Needs no node. */
public final class ToolchainsArchiver extends Recorder implements SimpleBuildStep {

    static final String FILE = "go-toolchains.json";

    @DataBoundConstructor
    public ToolchainsArchiver() {}

    @Override
    public void perform(@NonNull Run<?, ?> run, @NonNull EnvVars environment, @NonNull TaskListener listener)
            throws InterruptedException, IOException {
        GoToolchainsAction record = run.getAction(GoToolchainsAction.class);
        if (record == null) {
            record = new GoToolchainsAction();
        }
        TextArtifact.archive(run, FILE, json(record), listener);
        listener.getLogger().println(
                OutcomeLine.PREFIX + "archived " + FILE + ": toolchains used so far: " + record.getToolchains().size());
    }

    private static String json(GoToolchainsAction record) throws IOException {
        StringWriter text = new StringWriter();
        new ModelBuilder().get(GoToolchainsAction.class).writeTo(record, Flavor.JSON.createDataWriter(record, text));
        return text.toString();
    }

    @Override
    public boolean requiresWorkspace() {
        return false;
    }

    @Override
    public BuildStepMonitor getRequiredMonitorService() {
        return BuildStepMonitor.NONE;
    }

    @Extension
    @Symbol("archiveGoToolchains")
    public static final class DescriptorImpl extends BuildStepDescriptor<Publisher> {
        @NonNull
        @Override
        public String getDisplayName() {
            return Messages.ToolchainsArchiver_displayName();
        }

        @Override
        @SuppressWarnings("rawtypes")
        public boolean isApplicable(Class<? extends AbstractProject> jobType) {
            return true;
        }
    }
}
