package io.jenkins.plugins.gotoolchain.jenkins.audit;

import hudson.Extension;
import hudson.Main;
import hudson.model.AsyncPeriodicWork;
import hudson.model.TaskListener;
import java.util.concurrent.TimeUnit;

/** Every hour: on each node that is online, what was read to the last byte too long ago is read again. */
@Extension
public class ToolchainAudit extends AsyncPeriodicWork {

    private final AuditedLocations locations = new AuditedLocations();

    public ToolchainAudit() {
        super("Audit of Go toolchains");
    }

    @Override
    public long getRecurrencePeriod() {
        return TimeUnit.HOURS.toMillis(1);
    }

    /** Agents are given time to connect. Tests say themselves when. */
    @Override
    public long getInitialDelay() {
        return Main.isUnitTest ? getRecurrencePeriod() : TimeUnit.MINUTES.toMillis(15);
    }

    @Override
    protected void execute(TaskListener listener) throws InterruptedException {
        new AuditRound(locations, listener).run();
    }
}
