package io.jenkins.plugins.gotoolchain;

import hudson.AbortException;
import hudson.FilePath;
import hudson.model.Node;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.gotoolchain.failure.ToolchainException;
import io.jenkins.plugins.gotoolchain.failure.VerificationException;
import io.jenkins.plugins.gotoolchain.provision.ProvisionSettings;
import io.jenkins.plugins.gotoolchain.version.Resolution;
import java.io.IOException;
import java.util.Map;

/** Provides a toolchain on one node for one build: chooses the version here, has the road run there, checks the answer. */
final class NodeProvisioning {

    private final Node node;
    private final Run<?, ?> run;
    private final TaskListener log;
    private final FilePath store;

    /** @param run null where no build is known */
    NodeProvisioning(Node node, Run<?, ?> run, TaskListener log) {
        this(node, run, log, null);
    }

    private NodeProvisioning(Node node, Run<?, ?> run, TaskListener log, FilePath store) {
        this.node = node;
        this.run = run;
        this.log = log;
        this.store = store;
    }

    /** The same with a store of its own on the node, for what cannot see the node's. */
    NodeProvisioning in(FilePath otherStore) {
        return new NodeProvisioning(node, run, log, otherStore);
    }

    /**
     * @param selector a version or what stands for one, but no file of a workspace
     * @param pins SHA-256 by platform; empty where none are pinned
     * @throws AbortException with the cause, what was tried and what to do
     */
    ProvisionOutcome provide(String selector, Map<String, String> pins) throws IOException, InterruptedException {
        try {
            return provide(new BuildSelections(run, node).choose(selector), pins);
        } catch (ToolchainException e) {
            throw new AbortException(e.getMessage());
        }
    }

    /** As {@link #provide(String, Map)}, for a version that was chosen already. */
    ProvisionOutcome provide(Resolution resolution, Map<String, String> pins)
            throws IOException, InterruptedException {
        AllowedVersions.check(resolution);
        FilePath root = store == null ? StoreFolder.of(node) : store;
        ProvisionSettings settings = EngineSettings.current();
        RecentOutcomes.Key key = new RecentOutcomes.Key(node.getNodeName(), root.getRemote(), resolution.version(), pins, settings, run);
        ProvisionOutcome known = RecentOutcomes.get().find(key);
        if (known != null) {
            return known;
        }
        ProvisionOutcome outcome;
        try {
            outcome = root.act(new ProvisionOnNode(settings, resolution, pins, log));
        } catch (ToolchainException e) {
            throw new AbortException(onNode(e.getMessage()));
        }
        check(outcome, resolution, root, pins);
        RecentOutcomes.get().keep(key, outcome);
        log.getLogger().println(OutcomeLine.of(outcome));
        return outcome;
    }

    /** An agent may have been taken over: what it claims must at least be what it was told to provide. */
    private static void check(
            ProvisionOutcome outcome, Resolution asked, FilePath root, Map<String, String> pins) throws IOException {
        String name = asked.version().goName() + "." + outcome.platform().dashed();
        boolean there = outcome.home().endsWith(name)
                && outcome.receipt().version().equals(asked.version())
                && outcome.receipt().platform().equals(outcome.platform())
                && outcome.resolution().equals(asked);
        String pin = pins.get(outcome.platform().toString());
        if (!there || pin != null && !pin.equals(outcome.receipt().archiveSha256())) {
            throw new VerificationException(
                    "The agent says it has provided something else than Go " + asked.version() + " in " + root.getRemote(),
                    "do not trust this agent before you know why");
        }
    }

    private String onNode(String message) {
        String name = node.getDisplayName();
        return "Go could not be provided on " + name + ".\n" + message;
    }
}
