package io.jenkins.plugins.gotoolchain.jenkins.network;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.FilePath;
import hudson.model.Node;
import io.jenkins.plugins.gotoolchain.diagnose.network.NetworkReport;
import io.jenkins.plugins.gotoolchain.jenkins.configuration.EngineSettings;
import io.jenkins.plugins.gotoolchain.jenkins.node.StoreFolder;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import jenkins.model.Jenkins;

/** What each node said last of its network. Kept while Jenkins runs: what is older says nothing of today's network. */
@Extension
public final class NetworkChecks {

    private static final int NODES_AT_ONCE = 32;

    private final Map<String, NodeCheck> last = new ConcurrentHashMap<>();
    private final Set<String> running = ConcurrentHashMap.newKeySet();
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            NODES_AT_ONCE, NODES_AT_ONCE, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), NetworkChecks::thread);

    public NetworkChecks() {
        threads.allowCoreThreadTimeOut(true);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "check of a node's Go network");
        thread.setDaemon(true);
        return thread;
    }

    static NetworkChecks get() {
        return ExtensionList.lookupSingleton(NetworkChecks.class);
    }

    /** Null where it has not been asked. */
    NodeCheck last(Node node) {
        return last.get(node.getNodeName());
    }

    boolean isRunning(Node node) {
        return running.contains(node.getNodeName());
    }

    /** Asks it in the background, unless that is being done already. */
    void start(Node node) {
        last.keySet().removeIf(name -> !name.isEmpty() && Jenkins.get().getNode(name) == null);
        if (running.add(node.getNodeName())) {
            threads.execute(() -> {
                try {
                    last.put(node.getNodeName(), check(node));
                } finally {
                    running.remove(node.getNodeName());
                }
            });
        }
    }

    private static NodeCheck check(Node node) {
        try {
            NetworkReport report = ask(node, null);
            return new NodeCheck(report, StoreFolder.of(node).act(new ReadDownloads()), null);
        } catch (IOException e) {
            return new NodeCheck(null, List.of(), String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new NodeCheck(null, List.of(), "interrupted");
        }
    }

    /** Asks it now, and keeps the answer. @param version null for the newest */
    static NetworkReport ask(Node node, GoVersion version) throws IOException, InterruptedException {
        FilePath store = StoreFolder.of(node);
        return store.act(new CheckNetwork(EngineSettings.current(), version, node.getDisplayName()));
    }
}
