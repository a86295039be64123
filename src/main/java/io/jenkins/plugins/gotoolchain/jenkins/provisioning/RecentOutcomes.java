package io.jenkins.plugins.gotoolchain.jenkins.provisioning;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.FilePath;
import hudson.model.Node;
import hudson.model.Run;
import io.jenkins.plugins.gotoolchain.jenkins.node.Pinned;
import io.jenkins.plugins.gotoolchain.jenkins.node.ProvisionOutcome;
import io.jenkins.plugins.gotoolchain.provision.ProvisionSettings;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What was provided and checked a moment ago for a build on a node. Declarative asks for a tool twice at the start and
 * twice more for each stage: that costs once.
 */
@Extension
public class RecentOutcomes {

    private static final long VALID = Duration.ofMinutes(1).toNanos();
    private static final int MANY = 1000;

    /**
     * All that decides what is provided.
     *
     * @param channel tells one connection to the node from the next: another machine may be at its end
     */
    record Key(
            String node, int channel, String root, String build, String what, Pinned pins,
            ProvisionSettings settings) {

        static Key of(
                Node node, FilePath root, Run<?, ?> run, String what, Pinned pins, ProvisionSettings settings) {
            return new Key(
                    node.getNodeName(),
                    System.identityHashCode(root.getChannel()),
                    root.getRemote(),
                    run == null ? "" : run.getExternalizableId(),
                    what,
                    pins,
                    settings);
        }
    }

    private record Kept(ProvisionOutcome outcome, long at) {}

    private final Map<Key, Kept> kept = new ConcurrentHashMap<>();

    static RecentOutcomes get() {
        return ExtensionList.lookupSingleton(RecentOutcomes.class);
    }

    /** @return null where it has to be asked for */
    ProvisionOutcome find(Key key) {
        Kept one = kept.get(key);
        return one == null || isOld(one) ? null : one.outcome();
    }

    void keep(Key key, ProvisionOutcome outcome) {
        if (kept.size() >= MANY) {
            kept.values().removeIf(RecentOutcomes::isOld);
        }
        kept.put(key, new Kept(outcome, System.nanoTime()));
    }

    private static boolean isOld(Kept one) {
        return System.nanoTime() - one.at() > VALID;
    }
}
