package io.jenkins.plugins.gotoolchain.jenkins.audit;

import hudson.FilePath;
import hudson.model.Computer;
import hudson.model.Node;
import hudson.model.TaskListener;
import io.jenkins.plugins.gotoolchain.jenkins.configuration.AuditSettings;
import io.jenkins.plugins.gotoolchain.jenkins.configuration.GoToolchainConfiguration;
import io.jenkins.plugins.gotoolchain.jenkins.node.AuditOnNode;
import io.jenkins.plugins.gotoolchain.jenkins.node.NodeAudit;
import io.jenkins.plugins.gotoolchain.jenkins.node.StoreFolder;
import io.jenkins.plugins.gotoolchain.store.AuditBudget;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import jenkins.model.Jenkins;

/** One round over all nodes that are online, several at once. */
final class AuditRound {

    private static final int NODES_AT_ONCE = 8;

    /** The next round begins after an hour; a node that does not answer keeps nobody longer than this. */
    private static final long LONGEST_MINUTES = 50;

    private final AuditedLocations locations;
    private final TaskListener listener;

    AuditRound(AuditedLocations locations, TaskListener listener) {
        this.locations = locations;
        this.listener = listener;
    }

    void run() throws InterruptedException {
        AuditSettings settings = GoToolchainConfiguration.get().getAudit();
        AuditSettings chosen = settings == null ? new AuditSettings() : settings;
        if (chosen.getEveryHours() == 0) {
            say("The audit is turned off.");
            return;
        }
        List<Node> nodes = new ArrayList<>();
        nodes.add(Jenkins.get());
        nodes.addAll(Jenkins.get().getNodes());
        nodes.removeIf(node -> node.getRootPath() == null);
        ExecutorService threads = Executors.newFixedThreadPool(NODES_AT_ONCE, task -> {
            Thread thread = new Thread(task, "audit of Go toolchains");
            thread.setDaemon(true);
            return thread;
        });
        try {
            threads.invokeAll(
                    nodes.stream().map(node -> Executors.callable(() -> audit(node, chosen))).toList(),
                    LONGEST_MINUTES, TimeUnit.MINUTES);
        } finally {
            threads.shutdownNow();
        }
    }

    private void audit(Node node, AuditSettings settings) {
        Duration every = Duration.ofHours(settings.getEveryHours());
        List<String> due = locations.due(node, every);
        try {
            FilePath root = StoreFolder.of(node);
            NodeAudit found = root.act(new AuditOnNode(
                    new AuditBudget(
                            settings.getMebibytesPerSecond() * (1L << 20),
                            Duration.ofMinutes(settings.getMinutes()),
                            every),
                    due));
            due.forEach(home -> locations.readNow(node, home));
            say(new AuditFindings(node, found).tell());
        } catch (IOException e) {
            say(node.getDisplayName() + " could not be audited: " + e.getMessage());
        } catch (InterruptedException e) {
            say(node.getDisplayName() + " was not audited to the end: there was no more time");
            Thread.currentThread().interrupt();
        }
    }

    private void say(String line) {
        synchronized (listener) {
            listener.getLogger().println(line);
        }
    }
}
