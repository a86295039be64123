package io.jenkins.plugins.gotoolchain;

import hudson.model.Run;
import io.jenkins.plugins.gotoolchain.failure.VersionException;
import io.jenkins.plugins.gotoolchain.version.Resolution;
import io.jenkins.plugins.gotoolchain.version.VersionResolver;
import io.jenkins.plugins.gotoolchain.version.VersionSelector;
import java.io.IOException;

/** Comes from a selector to a version, on the controller and once a build, so that all its agents get the same. */
final class BuildSelections {

    private final Run<?, ?> run;

    /** @param run null where no build is known */
    BuildSelections(Run<?, ?> run) {
        this.run = run;
    }

    /** @throws VersionException where it comes to no version, or is a file of a workspace */
    Resolution choose(String text) throws IOException, InterruptedException {
        VersionSelector selector = VersionSelector.parse(text);
        if (selector instanceof VersionSelector.InFile) {
            throw new VersionException(
                    "\"" + selector.text() + "\" is a file of a workspace, and a tool has none",
                    "use withGo(version: '" + selector.text() + "') in a Pipeline, or name a version");
        }
        if (selector instanceof VersionSelector.Exact) {
            return VersionResolver.resolve(selector, null, () -> KnownReleases.get().now());
        }
        if (run == null) {
            return newest(selector);
        }
        synchronized (run) {
            BuildSelectionsAction action = BuildSelectionsAction.of(run);
            Resolution chosen = action.get(text);
            if (chosen == null) {
                chosen = newest(selector);
                action.put(chosen);
                run.save();
            }
            return chosen;
        }
    }

    private Resolution newest(VersionSelector selector) throws IOException, InterruptedException {
        return VersionResolver.resolve(selector, null, () -> KnownReleases.get().now());
    }
}
