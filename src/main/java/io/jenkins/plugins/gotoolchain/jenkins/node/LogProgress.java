package io.jenkins.plugins.gotoolchain.jenkins.node;

import hudson.model.TaskListener;
import io.jenkins.plugins.gotoolchain.provision.LineProgress;
import io.jenkins.plugins.gotoolchain.provision.ProvisionListener;
import java.io.PrintStream;

/** Progress into a build's log. Each line is a message to the controller, so there are few of them. */
public final class LogProgress {

    private LogProgress() {}

    static ProvisionListener to(TaskListener log) {
        return to(log, "");
    }

    /** @param who does what is said; at the beginning of each line */
    public static ProvisionListener to(TaskListener log, String who) {
        PrintStream lines = log.getLogger();
        return new LineProgress(
                text -> {
                    lines.println(OutcomeLine.PREFIX + who + text);
                    lines.flush(); // a Pipeline's log on an agent holds lines back, and loses them where the step fails
                },
                System::nanoTime);
    }
}
