package io.jenkins.plugins.gotoolchain.jenkins.provenance;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.AbortException;
import hudson.EnvVars;
import hudson.Extension;
import hudson.FilePath;
import hudson.Launcher;
import hudson.Util;
import hudson.model.AbstractProject;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.tasks.BuildStepDescriptor;
import hudson.tasks.BuildStepMonitor;
import hudson.tasks.Publisher;
import hudson.tasks.Recorder;
import hudson.util.FormValidation;
import io.jenkins.plugins.gotoolchain.jenkins.node.OutcomeLine;
import io.jenkins.plugins.gotoolchain.jenkins.record.GoToolchainsAction;
import io.jenkins.plugins.gotoolchain.jenkins.record.TextArtifact;
import io.jenkins.plugins.gotoolchain.jenkins.record.ToolchainUse;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import jenkins.model.Jenkins;
import jenkins.tasks.SimpleBuildStep;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** Archives a statement of provenance for files of the workspace, as the artifact {@value #FILE}. */
public final class ProvenanceRecorder extends Recorder implements SimpleBuildStep {

    static final String FILE = "go-provenance.json";

    private static final int MOST = 10_000;

    private final String subjects;

    /** @param subjects an Ant pattern of files in the workspace, or several with commas between */
    @DataBoundConstructor
    public ProvenanceRecorder(String subjects) {
        this.subjects = Util.fixNull(subjects).trim();
    }

    public String getSubjects() {
        return subjects;
    }

    @Override
    public void perform(
            @NonNull Run<?, ?> run, @NonNull FilePath workspace, @NonNull EnvVars environment, @NonNull Launcher launcher,
            @NonNull TaskListener listener)
            throws InterruptedException, IOException {
        List<ToolchainUse> toolchains = toolchains(run);
        List<Subject> made = made(workspace);
        ProvenanceStatement statement = new ProvenanceStatement(
                made,
                toolchains,
                run.getParent().getFullName(),
                run.getNumber(),
                builder(),
                invocation(run),
                Instant.ofEpochMilli(run.getStartTimeInMillis()));
        TextArtifact.archive(run, FILE, statement.json(), listener);
        listener.getLogger().println(
                OutcomeLine.PREFIX + "archived " + FILE + ": " + made.size() + " files, made with " + toolchains.size()
                        + " toolchains");
    }

    /** Without one there is nothing to say, and a statement that says nothing looks like one that says all is well. */
    private static List<ToolchainUse> toolchains(Run<?, ?> run) throws AbortException {
        GoToolchainsAction record = run.getAction(GoToolchainsAction.class);
        if (record == null || record.getToolchains().isEmpty()) {
            throw new AbortException("This build has used no Go toolchain so far, so there is no provenance to write.\n"
                    + "  to do: let goProvenance come after withGo, goStrict or the tool go");
        }
        return record.getToolchains();
    }

    private List<Subject> made(FilePath workspace) throws IOException, InterruptedException {
        String root = workspace.getRemote();
        List<String> paths = new ArrayList<>();
        for (FilePath file : subjects.isEmpty() ? new FilePath[0] : workspace.list(subjects)) {
            paths.add(file.getRemote().substring(root.length() + 1));
        }
        if (paths.size() > MOST) {
            throw new AbortException("\"" + subjects + "\" matches " + paths.size() + " files, and a statement of more than "
                    + MOST + " helps nobody.\n  to do: name what is delivered");
        }
        List<Subject> made = paths.isEmpty() ? List.of() : workspace.act(new DigestFiles(paths));
        if (made.isEmpty()) {
            throw new AbortException("No file in " + root + " matches \"" + subjects + "\", so there is nothing whose provenance"
                    + " could be written.\n  to do: name the files that the build made, such as dist/**");
        }
        return made;
    }

    private static String builder() {
        String address = Jenkins.get().getRootUrl();
        return address == null ? "urn:jenkins:unknown" : address;
    }

    private static String invocation(Run<?, ?> run) {
        String address = Jenkins.get().getRootUrl();
        return address == null ? "" : address + run.getUrl();
    }

    @Override
    public BuildStepMonitor getRequiredMonitorService() {
        return BuildStepMonitor.NONE;
    }

    @Extension
    @Symbol("goProvenance")
    public static final class DescriptorImpl extends BuildStepDescriptor<Publisher> {
        @NonNull
        @Override
        public String getDisplayName() {
            return Messages.ProvenanceRecorder_displayName();
        }

        @POST
        public FormValidation doCheckSubjects(@QueryParameter String value) {
            return Util.fixEmptyAndTrim(value) == null
                    ? FormValidation.error(Messages.ProvenanceRecorder_missing())
                    : FormValidation.ok();
        }

        @Override
        @SuppressWarnings("rawtypes")
        public boolean isApplicable(Class<? extends AbstractProject> jobType) {
            return true;
        }
    }
}
