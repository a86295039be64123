package io.jenkins.plugins.gotoolchain.jenkins.catalogue;

import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.gotoolchain.failure.StoreException;
import io.jenkins.plugins.gotoolchain.jenkins.node.CatalogueStamp;
import io.jenkins.plugins.gotoolchain.store.Listed;
import io.jenkins.plugins.gotoolchain.store.ToolchainStore;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import jenkins.agents.ControllerToAgentFileCallable;

/** Takes away what is withdrawn, unless it is in use. Called on the folder of the store on a node. */
public record ApplyCatalogue(CatalogueStamp stamp) implements ControllerToAgentFileCallable<ApplyCatalogue.Applied> {

    /**
     * What came of it.
     *
     * @param seen the highest number that this node has seen of this catalogue
     * @param removed what went, for people
     * @param inUse what is withdrawn and stays until its builds have ended
     */
    public record Applied(long seen, List<String> removed, List<String> inUse) implements java.io.Serializable {

        private static final long serialVersionUID = 1L;

        public Applied {
            removed = new ArrayList<>(removed);
            inUse = new ArrayList<>(inUse);
        }
    }

    @Override
    public Applied invoke(File root, VirtualChannel channel) throws IOException, InterruptedException {
        List<String> removed = new ArrayList<>();
        List<String> inUse = new ArrayList<>();
        if (!root.isDirectory()) {
            return new Applied(stamp.number(), removed, inUse);
        }
        ToolchainStore store = new ToolchainStore(root.toPath());
        long seen = store.see(stamp.of(), stamp.number());
        if (seen > stamp.number()) {
            return new Applied(seen, removed, inUse);
        }
        for (Listed one : store.list()) {
            if (stamp.withdrawn().contains(one.version())) {
                String what = "Go " + one.version() + " for " + one.platform();
                try {
                    if (store.remove(one.version(), one.platform(), false)) {
                        removed.add(what);
                    }
                } catch (StoreException e) {
                    inUse.add(what);
                }
            }
        }
        return new Applied(seen, removed, inUse);
    }
}
