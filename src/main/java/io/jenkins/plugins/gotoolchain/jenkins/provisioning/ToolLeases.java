package io.jenkins.plugins.gotoolchain.jenkins.provisioning;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.ExtensionList;
import hudson.FilePath;
import hudson.model.Computer;
import hudson.model.Node;
import hudson.model.Run;
import hudson.model.listeners.RunListener;
import io.jenkins.plugins.gotoolchain.jenkins.node.EndLease;
import io.jenkins.plugins.gotoolchain.jenkins.node.NodeByName;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Ends, with each build, the leases that agents hold on the toolchains that it was given. */
@Extension
public class ToolLeases extends RunListener<Run<?, ?>> {

    private static final Logger LOGGER = Logger.getLogger(ToolLeases.class.getName());

    private record Held(String node, String id) {}

    private final Map<String, Set<Held>> held = new ConcurrentHashMap<>();

    /**
     * @param what of the build is leased
     * @return the lease's name; null where no build is known that would end it
     */
    static String take(Run<?, ?> run, Node node, String what) {
        if (run == null || !run.isLogUpdated()) {
            return null;
        }
        String id = run.getExternalizableId() + " " + what;
        ExtensionList.lookupSingleton(ToolLeases.class)
                .held
                .computeIfAbsent(run.getExternalizableId(), key -> ConcurrentHashMap.newKeySet())
                .add(new Held(node.getNodeName(), id));
        return id;
    }

    @Override
    public void onFinalized(@NonNull Run<?, ?> run) {
        Set<Held> ending = held.remove(run.getExternalizableId());
        if (ending != null) {
            Computer.threadPoolForRemoting.submit(() -> {
                ending.forEach(ToolLeases::end);
                ending.stream().map(Held::node).distinct().map(NodeByName::of).filter(Objects::nonNull)
                        .forEach(node -> ProvisioningListener.tell(one -> one.onReleased(node)));
            });
        }
    }

    private static void end(Held one) {
        Node node = NodeByName.of(one.node());
        FilePath folder = node == null ? null : node.getRootPath();
        try {
            if (folder != null) {
                folder.act(new EndLease(one.id()));
            }
        } catch (IOException e) {
            LOGGER.log(Level.FINE, "the connection ends it", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
