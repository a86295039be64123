package io.jenkins.plugins.gotoolchain.jenkins.provisioning;

import hudson.model.InvisibleAction;
import hudson.model.Run;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import io.jenkins.plugins.gotoolchain.version.Resolution;
import java.util.Map;
import java.util.TreeMap;

/** The versions that one build's selectors came to; kept with the build, so that a restart changes none. */
public final class BuildSelectionsAction extends InvisibleAction {

    private final Map<String, String> versions = new TreeMap<>();
    private final Map<String, String> reasons = new TreeMap<>();

    /** The build's own, made where it has none. */
    static BuildSelectionsAction of(Run<?, ?> run) {
        synchronized (run) {
            BuildSelectionsAction there = run.getAction(BuildSelectionsAction.class);
            if (there == null) {
                there = new BuildSelectionsAction();
                run.addAction(there);
            }
            return there;
        }
    }

    /** @return null where it was not chosen yet */
    public synchronized Resolution get(String selector) {
        String version = versions.get(selector);
        return version == null || !GoVersion.isValid(version)
                ? null
                : new Resolution(selector, new GoVersion(version), reasons.getOrDefault(selector, "chosen before"));
    }

    /** What was chosen first stays. */
    synchronized void put(Resolution resolution) {
        if (versions.putIfAbsent(resolution.asked(), resolution.version().text()) == null) {
            reasons.put(resolution.asked(), resolution.how());
        }
    }
}
