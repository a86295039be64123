package io.jenkins.plugins.gotoolchain.jenkins.strict;

import hudson.AbortException;
import hudson.FilePath;
import hudson.Launcher;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.gotoolchain.jenkins.block.OpenBlock;
import io.jenkins.plugins.gotoolchain.jenkins.block.StrictGo;
import io.jenkins.plugins.gotoolchain.jenkins.node.OutcomeLine;
import java.io.IOException;
import jenkins.tasks.SimpleBuildWrapper;
import org.jenkinsci.plugins.workflow.flow.FlowExecutionOwner;

/** The end of a block: says what was found in it, and lets none end well that must not. {@link StrictRunListener} says more. */
final class StrictEnd extends SimpleBuildWrapper.Disposer {

    private static final long serialVersionUID = 1L;

    private final String block;
    private final OpenBlock open;
    private final StrictGo go;

    StrictEnd(String block, OpenBlock open, StrictGo go) {
        this.block = block;
        this.open = open;
        this.go = go;
    }

    /** @throws AbortException in a Pipeline, where a step's exception is printed last; Freestyle has its interruption */
    @Override
    public void tearDown(Run<?, ?> run, FilePath workspace, Launcher launcher, TaskListener log)
            throws IOException, InterruptedException {
        StrictFinding finding = StrictVerdict.located(run, block);
        if (finding != null) {
            StrictVerdict.result(run, finding);
        }
        try {
            if (go != null && StaleModule.isInLog(run)) {
                go.showChanges(workspace, launcher, log);
            }
            open.end(run).forEach(line -> log.getLogger().println(OutcomeLine.PREFIX + line));
        } finally {
            if (finding != null) {
                if (finding.fails() && run instanceof FlowExecutionOwner.Executable) {
                    throw new AbortException(finding.problem());
                }
                log.getLogger().println(finding.problem());
            }
        }
    }
}
