package io.jenkins.plugins.gotoolchain;

import hudson.model.TaskListener;
import io.jenkins.plugins.gotoolchain.provision.LineProgress;
import io.jenkins.plugins.gotoolchain.provision.ProvisionListener;

/** Progress into a build's log. Each line is a message to the controller, so there are few of them. */
final class LogProgress {

    private LogProgress() {}

    static ProvisionListener to(TaskListener log) {
        return new LineProgress(text -> log.getLogger().println(OutcomeLine.PREFIX + text), System::nanoTime);
    }
}
