package io.jenkins.plugins.gotoolchain.jenkins.provisioning;

import hudson.model.Node;
import hudson.model.Run;
import io.jenkins.plugins.gotoolchain.failure.VersionException;
import io.jenkins.plugins.gotoolchain.jenkins.configuration.AllowedVersions;
import io.jenkins.plugins.gotoolchain.jenkins.configuration.KnownReleases;
import io.jenkins.plugins.gotoolchain.jenkins.node.NodePlatform;
import io.jenkins.plugins.gotoolchain.jenkins.node.Wanted;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import io.jenkins.plugins.gotoolchain.version.Resolution;
import io.jenkins.plugins.gotoolchain.version.VersionResolver;
import io.jenkins.plugins.gotoolchain.version.VersionSelector;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Comes from a selector to a version, on the controller and once a build, so that all its agents get the same. The
 * platform of the agent that asks first decides what there is.
 */
public final class BuildSelections {

    private final Run<?, ?> run;
    private final Node node;

    /**
     * @param run null where no build is known
     * @param node that asks
     */
    public BuildSelections(Run<?, ?> run, Node node) {
        this.run = run;
        this.node = node;
    }

    /** @throws VersionException where it comes to no version, or is a file of a workspace */
    public Resolution choose(String text) throws IOException, InterruptedException {
        VersionSelector selector = VersionSelector.parse(text);
        if (selector instanceof VersionSelector.InFile) {
            throw new VersionException(
                    "\"" + selector.text() + "\" is a file of a workspace, and a tool has none",
                    "use withGo(version: '" + selector.text() + "') in a Pipeline, or name a version");
        }
        if (selector instanceof VersionSelector.Exact || run == null) {
            return resolve(selector);
        }
        BuildSelectionsAction action = BuildSelectionsAction.of(run);
        synchronized (action) {
            Resolution chosen = action.get(selector.text());
            if (chosen == null) {
                chosen = resolve(selector);
                action.put(chosen);
                run.save();
            }
            return chosen;
        }
    }

    /**
     * What a folder that was given must hold. Where the newest patch is asked for and none was chosen yet, the folder
     * chooses: {@link #keep} what it holds.
     *
     * @param text a selector; where it is none, such as an installation's free name, any version will do
     */
    Wanted wanted(String text) throws IOException, InterruptedException {
        VersionSelector selector;
        try {
            selector = VersionSelector.parse(text);
        } catch (VersionException e) {
            return Wanted.any(text);
        }
        if (selector instanceof VersionSelector.NewestPatch patches && chosen(patches) == null) {
            return Wanted.newestOf(patches.language(), patches.text());
        }
        return Wanted.exactly(choose(text));
    }

    /** For the rest of the build, unless another agent was faster. */
    void keep(Resolution resolution) throws IOException {
        if (run != null) {
            BuildSelectionsAction.of(run).put(resolution);
            run.save();
        }
    }

    private Resolution chosen(VersionSelector selector) {
        return run == null ? null : BuildSelectionsAction.of(run).get(selector.text());
    }

    private Resolution resolve(VersionSelector selector) throws IOException, InterruptedException {
        return VersionResolver.resolve(selector, null, () -> known(selector));
    }

    /** The newest patch is the newest that is allowed; but what stable means is not for this Jenkins to say. */
    private Collection<GoVersion> known(VersionSelector selector) throws IOException, InterruptedException {
        Collection<GoVersion> known = KnownReleases.get().now(NodePlatform.of(node));
        if (!(selector instanceof VersionSelector.NewestPatch)) {
            return known;
        }
        AllowedVersions allowed = AllowedVersions.current();
        List<GoVersion> choice = new ArrayList<>(known);
        choice.removeIf(version -> !allowed.allows(version));
        return choice.isEmpty() ? known : choice;
    }
}
