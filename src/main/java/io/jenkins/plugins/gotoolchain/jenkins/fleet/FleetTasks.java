package io.jenkins.plugins.gotoolchain.jenkins.fleet;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.model.Computer;
import hudson.model.Node;
import hudson.util.StreamTaskListener;
import io.jenkins.plugins.gotoolchain.jenkins.configuration.GoToolchainConfiguration;
import io.jenkins.plugins.gotoolchain.jenkins.node.AgentText;
import io.jenkins.plugins.gotoolchain.jenkins.node.Pinned;
import io.jenkins.plugins.gotoolchain.jenkins.node.ProvisionOutcome;
import io.jenkins.plugins.gotoolchain.jenkins.node.StoreCleaning;
import io.jenkins.plugins.gotoolchain.jenkins.node.StoreFolder;
import io.jenkins.plugins.gotoolchain.jenkins.provisioning.NodeProvisioning;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Acts on nodes in the background, a few at a time, and remembers for a while what came of it. */
@Extension
public final class FleetTasks {

    private static final Logger LOGGER = Logger.getLogger(FleetTasks.class.getName());

    /** What is over is shown for so long, and so much of it at most. */
    private static final long REMEMBERED_MILLIS = TimeUnit.HOURS.toMillis(1);
    private static final int MOST_OVER = 5000;

    private final LinkedList<FleetTask> tasks = new LinkedList<>();
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            1, 1, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
                Thread thread = new Thread(work, "Go toolchains on a node");
                thread.setDaemon(true);
                return thread;
            });

    public FleetTasks() {
        threads.allowCoreThreadTimeOut(true);
    }

    static FleetTasks get() {
        return ExtensionList.lookupSingleton(FleetTasks.class);
    }

    /** All that is asked for, is done, or was done not long ago; the youngest first. */
    List<FleetTask> list() {
        synchronized (tasks) {
            long oldest = System.currentTimeMillis() - REMEMBERED_MILLIS;
            tasks.removeIf(one -> one.isOver() && one.ended() < oldest);
            return new ArrayList<>(tasks);
        }
    }

    /** One for each node; what is asked for already is not asked for twice. @param version null where the act is not of one */
    List<FleetTask> start(FleetAct act, Collection<Node> nodes, GoVersion version) {
        int most = GoToolchainConfiguration.get().getParallelInstalls();
        threads.setMaximumPoolSize(Math.max(most, threads.getCorePoolSize()));
        threads.setCorePoolSize(most);
        threads.setMaximumPoolSize(most);
        List<FleetTask> all = new ArrayList<>();
        for (Node node : nodes) {
            FleetTask task = new FleetTask(
                    act, node.getNodeName(), node.getDisplayName(), version == null ? null : version.text());
            all.add(add(task, node, version));
        }
        return all;
    }

    private FleetTask add(FleetTask task, Node node, GoVersion version) {
        synchronized (tasks) {
            for (FleetTask other : tasks) {
                if (!other.isOver() && other.isSame(task)) {
                    return other;
                }
            }
            tasks.removeIf(other -> other.isOver() && other.isSame(task));
            while (tasks.size() >= MOST_OVER && tasks.getLast().isOver()) {
                tasks.removeLast();
            }
            tasks.addFirst(task);
        }
        threads.execute(() -> run(task, node, version));
        return task;
    }

    private static void run(FleetTask task, Node node, GoVersion version) {
        task.begin();
        boolean known = false;
        try {
            task.end(true, act(task, node, version));
            // a refresh has asked, and what is installed anew is news that the inventory follows by itself
            known = task.act() == FleetAct.REFRESH || task.act() == FleetAct.INSTALL;
        } catch (IOException e) {
            LOGGER.log(Level.INFO, () -> task.getAct() + " on " + task.getNode() + " failed: " + e.getMessage());
            task.end(false, why(node, firstLine(e)));
        } catch (InterruptedException e) {
            task.end(false, "interrupted");
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOGGER.log(Level.WARNING, e, () -> task.getAct() + " on " + task.getNode() + " failed");
            task.end(false, why(node, e.toString()));
        } finally {
            if (!known) {
                FleetInventory.get().ask(node);
            }
        }
    }

    /** What remoting says of a connection that is gone helps nobody. */
    private static String why(Node node, String said) {
        Computer computer = node.toComputer();
        return computer == null || computer.getChannel() == null
                ? "the connection to the node was lost; what was fetched there is kept, and the next time goes on with it"
                : said;
    }

    private static String firstLine(IOException e) {
        String text = AgentText.line(String.valueOf(e.getMessage()).replace("\n", "; "));
        return text.isEmpty() ? e.getClass().getSimpleName() : text;
    }

    private static String act(FleetTask task, Node node, GoVersion version) throws IOException, InterruptedException {
        switch (task.act()) {
            case INSTALL:
                ProvisionOutcome outcome = NodeProvisioning.inAdvance(
                        node, new StreamTaskListener(new PrintStream(new LastLine(task::says), true, StandardCharsets.UTF_8)))
                        .provide(version.text(), Pinned.NOTHING);
                return outcome.installedNow() ? "installed in " + outcome.millis() / 1000.0 + " s" : "it was there";
            case REFRESH:
                return FleetInventory.get().askNow(node).held().size() + " are there";
            default:
                return AgentText.line(StoreFolder.of(node).act(new ActOnStore(
                        task.act(), version,
                        StoreCleaning.rules(GoToolchainConfiguration.get().getStoreLimits()))));
        }
    }
}
