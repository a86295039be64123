package io.jenkins.plugins.gotoolchain.jenkins.block;

import hudson.model.Node;
import hudson.model.Run;
import io.jenkins.plugins.gotoolchain.failure.VersionException;
import io.jenkins.plugins.gotoolchain.jenkins.configuration.GoToolchainConfiguration;
import io.jenkins.plugins.gotoolchain.jenkins.provisioning.BuildSelections;
import io.jenkins.plugins.gotoolchain.version.Request;
import io.jenkins.plugins.gotoolchain.version.Resolution;
import io.jenkins.plugins.gotoolchain.version.VersionSelector;
import java.io.IOException;

/** Comes to the one version that a block means: as it was written, as the workspace says, or the configured default. */
final class BlockVersion {

    private final Run<?, ?> run;
    private final Node node;
    private final BlockFolder place;

    BlockVersion(Run<?, ?> run, Node node, BlockFolder place) {
        this.run = run;
        this.node = node;
        this.place = place;
    }

    /** @param asked null where the block names none */
    Resolution choose(String asked) throws IOException, InterruptedException {
        if (asked != null) {
            VersionSelector selector = VersionSelector.parse(asked);
            return selector instanceof VersionSelector.InFile file
                    ? chosen(asked, read(file.fileName()))
                    : new BuildSelections(run, node).choose(asked);
        }
        Request found = read(null);
        if (found != null) {
            return chosen("go.mod", found);
        }
        String configured = GoToolchainConfiguration.get().getDefaultVersion();
        if (configured == null) {
            throw new VersionException(
                    "No version is named, there is no go.mod in " + place.workspace().getRemote()
                            + (place.folder().isEmpty() ? "" : " from " + place.folder() + " up")
                            + ", and no default version is configured",
                    "check out the sources first, name a version such as 1.24.1, or have an administrator set a default version");
        }
        Resolution chosen = new BuildSelections(run, node).choose(configured);
        return new Resolution("the configured default", chosen.version(), configured + ", " + chosen.how());
    }

    private Request read(String file) throws IOException, InterruptedException {
        return place.workspace().act(new ReadWorkspaceVersion(place.folder(), file));
    }

    /** The newest of something is chosen here, once a build; the agent's words are for the log only. */
    private Resolution chosen(String asked, Request request) throws IOException, InterruptedException {
        String origin = printable(request.origin());
        if (request.selector() instanceof VersionSelector.Exact exact) {
            return new Resolution(asked, exact.version(), origin);
        }
        if (request.selector() instanceof VersionSelector.NewestPatch newest) {
            Resolution chosen = new BuildSelections(run, node).choose(newest.language().text());
            return new Resolution(asked, chosen.version(), origin + ", newest of " + newest.language());
        }
        throw new VersionException(origin + " does not name a version", "name one such as 1.24.1");
    }

    private static String printable(String text) {
        return text.substring(0, Math.min(200, text.length())).replaceAll("\\p{Cntrl}", "?");
    }
}
