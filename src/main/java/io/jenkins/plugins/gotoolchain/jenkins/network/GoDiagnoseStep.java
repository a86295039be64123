package io.jenkins.plugins.gotoolchain.jenkins.network;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.FilePath;
import hudson.Util;
import hudson.model.Node;
import hudson.model.Run;
import hudson.model.TaskListener;
import java.io.Serializable;
import java.util.Set;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/**
 * {@code goDiagnose()}: says in the build's log how the node reaches the sources, and what the log so far shows. Gives
 * whether every source could serve.
 */
public final class GoDiagnoseStep extends Step implements Serializable {

    private static final long serialVersionUID = 1L;

    private String version;
    private String html;

    @DataBoundConstructor
    public GoDiagnoseStep() {
        // all of it is optional
    }

    /** The Go to look for; null for the newest that a source lists. */
    public String getVersion() {
        return version;
    }

    @DataBoundSetter
    public void setVersion(String version) {
        this.version = Util.fixEmptyAndTrim(version);
    }

    /** A file of the workspace that the report is written to; null for none. */
    public String getHtml() {
        return html;
    }

    @DataBoundSetter
    public void setHtml(String html) {
        this.html = Util.fixEmptyAndTrim(html);
    }

    @Override
    public StepExecution start(StepContext context) {
        return new GoDiagnoseExecution(context, this);
    }

    /** The step in the snippet generator. */
    @Extension
    public static final class DescriptorImpl extends StepDescriptor {

        @Override
        public String getFunctionName() {
            return "goDiagnose";
        }

        @NonNull
        @Override
        public String getDisplayName() {
            return Messages.GoDiagnoseStep_displayName();
        }

        @Override
        public Set<? extends Class<?>> getRequiredContext() {
            return Set.of(Run.class, Node.class, FilePath.class, TaskListener.class);
        }
    }
}
