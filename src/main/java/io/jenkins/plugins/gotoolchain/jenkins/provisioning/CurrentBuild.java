package io.jenkins.plugins.gotoolchain.jenkins.provisioning;

import hudson.model.Computer;
import hudson.model.Executor;
import hudson.model.Node;
import hudson.model.Queue;
import hudson.model.Run;
import hudson.model.TaskListener;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;

/** Which build asks for a tool: Jenkins does not tell a tool installer. */
public final class CurrentBuild {

    private CurrentBuild() {}

    /**
     * The build whose step it is, or of this thread's executor, else the one that runs on the node. Where several run there, the one that
     * began first: all of them then get the version that it got.
     *
     * @param log that was given to whoever asks
     * @return null where no build runs there
     */
    public static Run<?, ?> on(Node node, TaskListener log) {
        Run<?, ?> asking = AskingSteps.build(log);
        if (asking != null) {
            return asking;
        }
        Executor executor = Executor.currentExecutor();
        if (executor != null) {
            Run<?, ?> run = run(executor.getCurrentExecutable());
            if (run != null) {
                return run;
            }
        }
        Computer computer = node.toComputer();
        if (computer == null) {
            return null;
        }
        Set<Run<?, ?>> runs = new HashSet<>();
        for (Executor one : computer.getAllExecutors()) {
            Run<?, ?> run = run(one.getCurrentExecutable());
            if (run != null) {
                runs.add(run);
            }
        }
        return runs.stream().min(Comparator.comparingLong(Run::getStartTimeInMillis)).orElse(null);
    }

    /** A Pipeline holds an executor through a placeholder, whose parent is the build. */
    private static Run<?, ?> run(Queue.Executable executable) {
        Queue.Executable one = executable;
        while (one != null) {
            if (one instanceof Run<?, ?> run) {
                return run;
            }
            one = one.getParentExecutable();
        }
        return null;
    }
}
