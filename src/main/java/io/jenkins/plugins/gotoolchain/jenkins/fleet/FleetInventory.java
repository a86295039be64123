package io.jenkins.plugins.gotoolchain.jenkins.fleet;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.model.Node;
import io.jenkins.plugins.gotoolchain.jenkins.configuration.ControllerFolder;
import io.jenkins.plugins.gotoolchain.jenkins.configuration.GoToolchainConfiguration;
import io.jenkins.plugins.gotoolchain.jenkins.node.StoreFolder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.model.Jenkins;
import jenkins.util.Timer;

/** What each node has, as it said last: kept over a restart, since most nodes are not asked again for a while. */
@Extension
public final class FleetInventory {

    private static final Logger LOGGER = Logger.getLogger(FleetInventory.class.getName());
    private static final int NODES_AT_ONCE = 16;
    private static final int SAVE_AFTER_SECONDS = 5;

    private final Map<String, NodeStore> stores = new ConcurrentHashMap<>();
    private final Set<String> asking = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean unsaved = new AtomicBoolean();
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            NODES_AT_ONCE, NODES_AT_ONCE, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
                Thread thread = new Thread(work, "inventory of Go toolchains");
                thread.setDaemon(true);
                return thread;
            });

    public FleetInventory() {
        threads.allowCoreThreadTimeOut(true);
        try {
            stores.putAll(file().read());
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, "The inventory of Go toolchains cannot be read: nodes are asked anew", e);
        }
    }

    static FleetInventory get() {
        return ExtensionList.lookupSingleton(FleetInventory.class);
    }

    private static StoreLines file() {
        return new StoreLines(ControllerFolder.path());
    }

    /** Null where the node has not been asked yet. */
    NodeStore of(Node node) {
        return stores.get(node.getNodeName());
    }

    /** Asks it in the background; a node that is away keeps what it said. */
    void ask(Node node) {
        if (asking.add(node.getNodeName())) {
            threads.execute(() -> {
                asking.remove(node.getNodeName());
                try {
                    askNow(node);
                } catch (IOException e) {
                    LOGGER.log(Level.FINE, e, () -> node.getDisplayName() + " did not say which Go toolchains it has");
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
        }
    }

    /** Asks it and waits for the answer. */
    NodeStore askNow(Node node) throws IOException, InterruptedException {
        ArrayList<String> layers = new ArrayList<>(GoToolchainConfiguration.get().layerFolders());
        NodeStore store = NodeStore.said(System.currentTimeMillis(), StoreFolder.of(node).act(new ReadStore(layers)));
        put(node.getNodeName(), store);
        return store;
    }

    void put(String node, NodeStore store) {
        stores.put(node, store);
        saveSoon();
    }

    private void saveSoon() {
        if (unsaved.compareAndSet(false, true)) {
            Timer.get().schedule(this::save, SAVE_AFTER_SECONDS, TimeUnit.SECONDS);
        }
    }

    private void save() {
        unsaved.set(false);
        stores.keySet().removeIf(name -> !name.isEmpty() && Jenkins.get().getNode(name) == null);
        try {
            file().write(stores);
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, "The inventory of Go toolchains cannot be kept", e);
        }
    }
}
