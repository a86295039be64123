package io.jenkins.plugins.gotoolchain.jenkins.configuration;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.Main;
import hudson.model.AsyncPeriodicWork;
import hudson.model.TaskListener;
import io.jenkins.plugins.gotoolchain.failure.ToolchainException;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import jenkins.util.Timer;

/** Learns of new releases in the background: when Jenkins starts, every hour, and when the sources change. */
@Extension
public class KnownReleasesRefresh extends AsyncPeriodicWork {

    public KnownReleasesRefresh() {
        super("Known releases of Go");
    }

    /** Soon, and not on this thread. Tests have no network but their own, and ask themselves. */
    static void soon() {
        if (!Main.isUnitTest) {
            Timer.get().schedule(() -> ExtensionList.lookupSingleton(KnownReleasesRefresh.class).doRun(), 5, TimeUnit.SECONDS);
        }
    }

    @Override
    public long getRecurrencePeriod() {
        return TimeUnit.HOURS.toMillis(1);
    }

    @Override
    public long getInitialDelay() {
        return Main.isUnitTest ? getRecurrencePeriod() : TimeUnit.SECONDS.toMillis(10);
    }

    @Override
    protected void execute(TaskListener listener) throws IOException, InterruptedException {
        try {
            KnownReleases.get().refresh();
        } catch (ToolchainException e) {
            listener.getLogger().println(e.getMessage());
        }
    }
}
