package io.jenkins.plugins.gotoolchain.jenkins.network;

import hudson.AbortException;
import hudson.FilePath;
import hudson.model.Node;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.gotoolchain.diagnose.log.Cause;
import io.jenkins.plugins.gotoolchain.diagnose.log.CauseText;
import io.jenkins.plugins.gotoolchain.diagnose.log.Explanation;
import io.jenkins.plugins.gotoolchain.diagnose.log.LogExplainer;
import io.jenkins.plugins.gotoolchain.diagnose.network.NetworkHtml;
import io.jenkins.plugins.gotoolchain.diagnose.network.NetworkReport;
import io.jenkins.plugins.gotoolchain.diagnose.network.NetworkText;
import io.jenkins.plugins.gotoolchain.diagnose.network.NetworkWords;
import io.jenkins.plugins.gotoolchain.failure.ToolchainException;
import io.jenkins.plugins.gotoolchain.jenkins.node.StoreFolder;
import io.jenkins.plugins.gotoolchain.transfer.Timeline;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import org.jenkinsci.plugins.workflow.steps.GeneralNonBlockingStepExecution;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** Asks the node, and reads the log. It has nothing to go on with after a restart: then it says so. */
final class GoDiagnoseExecution extends GeneralNonBlockingStepExecution {

    private static final long serialVersionUID = 1L;
    private static final String PREFIX = "[go] ";

    private final GoDiagnoseStep step;

    GoDiagnoseExecution(StepContext context, GoDiagnoseStep step) {
        super(context);
        this.step = step;
    }

    @Override
    public boolean start() {
        run(this::diagnose);
        return false;
    }

    private void diagnose() throws Exception {
        PrintStream log = getContext().get(TaskListener.class).getLogger();
        NetworkWords words = new NetworkWords(Locale.getDefault());
        NetworkReport report;
        try {
            GoVersion wanted = step.getVersion() == null ? null : GoVersion.parse(step.getVersion());
            report = NetworkChecks.ask(getContext().get(Node.class), wanted);
        } catch (ToolchainException e) {
            throw new AbortException(e.getMessage());
        }
        new NetworkText(words).lines(report).forEach(line -> log.println(PREFIX + line));
        explain(log);
        if (step.getHtml() != null) {
            FilePath file = getContext().get(FilePath.class).child(step.getHtml());
            file.write(new NetworkHtml(words, Locale.getDefault()).of(report, downloads()), "UTF-8");
            log.println(PREFIX + Messages.GoDiagnoseExecution_written(step.getHtml()));
        }
        getContext().onSuccess(report.serves());
    }

    private List<Timeline> downloads() throws IOException, InterruptedException {
        return StoreFolder.of(getContext().get(Node.class)).act(new ReadDownloads());
    }

    /** Without the lines themselves: who reads the log for causes again must not find them twice. */
    private void explain(PrintStream log) throws IOException, InterruptedException {
        Explanation explanation;
        try (InputStream written = getContext().get(Run.class).getLogInputStream()) {
            explanation = LogExplainer.read(written);
        }
        CauseText text = new CauseText(Locale.getDefault());
        for (Cause cause : explanation.causes()) {
            log.println(PREFIX + Messages.GoDiagnoseExecution_line(cause.lines().get(0).number(), text.problem(cause)));
            log.println(PREFIX + "  " + text.todo(cause));
        }
    }

    @Override
    public void onResume() {
        getContext().onFailure(new AbortException(Messages.GoDiagnoseExecution_interrupted()));
    }
}
