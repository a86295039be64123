package io.jenkins.plugins.gotoolchain.jenkins.block;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.LauncherDecorator;
import hudson.model.Node;
import hudson.model.Run;
import java.util.LinkedHashMap;
import java.util.Map;

/** What has proven itself in the running builds: once per build, node and way of launching things is enough. */
@Extension
public class ProvenLaunches {

    private static final int MANY = 500;

    /** @param around what launches things elsewhere, told apart by identity; null where nothing does */
    private record Key(String build, String node, LauncherDecorator around, String home) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && build.equals(key.build) && node.equals(key.node) && around == key.around
                    && home.equals(key.home);
        }

        @Override
        public int hashCode() {
            return 31 * (31 * build.hashCode() + System.identityHashCode(around)) + home.hashCode();
        }
    }

    private final Map<Key, BlockProof.Proven> proven = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, BlockProof.Proven> eldest) {
            return size() > MANY;
        }
    };

    static ProvenLaunches get() {
        return ExtensionList.lookupSingleton(ProvenLaunches.class);
    }

    /** @return null where it has to be tried */
    synchronized BlockProof.Proven find(Run<?, ?> run, Node node, LauncherDecorator around, String home) {
        return proven.get(key(run, node, around, home));
    }

    /** Whether it was seen before that the node's own store is not there where things are launched. */
    synchronized boolean needsOwnStore(Run<?, ?> run, Node node, LauncherDecorator around) {
        return proven.containsKey(key(run, node, around, ""));
    }

    synchronized void keep(Run<?, ?> run, Node node, LauncherDecorator around, BlockProof.Proven one, boolean ownStore) {
        proven.put(key(run, node, around, one.home()), one);
        if (ownStore) {
            proven.put(key(run, node, around, ""), one);
        }
    }

    /** What launches things by way of another one is where that one is. */
    synchronized void follow(Run<?, ?> run, Node node, LauncherDecorator around, LauncherDecorator inner) {
        BlockProof.Proven one = proven.get(key(run, node, around, ""));
        if (one != null) {
            proven.put(key(run, node, inner, ""), one);
        }
    }

    private static Key key(Run<?, ?> run, Node node, LauncherDecorator around, String home) {
        return new Key(run.getExternalizableId(), node.getNodeName(), around, home);
    }
}
