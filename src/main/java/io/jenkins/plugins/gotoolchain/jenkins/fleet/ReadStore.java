package io.jenkins.plugins.gotoolchain.jenkins.fleet;

import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.gotoolchain.failure.StoreException;
import io.jenkins.plugins.gotoolchain.store.Listed;
import io.jenkins.plugins.gotoolchain.store.ToolchainStore;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import jenkins.agents.ControllerToAgentFileCallable;

/**
 * What is in a node's store, and in the layers below it where the store has it not. Called on the store's folder.
 *
 * @param layers folders with toolchains that are only read; what is none on this node is passed over
 */
record ReadStore(ArrayList<String> layers) implements ControllerToAgentFileCallable<ArrayList<HeldToolchain>> {

    @Override
    public ArrayList<HeldToolchain> invoke(File root, VirtualChannel channel) throws IOException {
        ArrayList<HeldToolchain> held = new ArrayList<>();
        if (root.isDirectory()) {
            add(held, new ToolchainStore(root.toPath()).list(), "");
        }
        for (String layer : layers) {
            File folder = new File(layer);
            if (folder.isAbsolute() && folder.isDirectory()) {
                try {
                    add(held, new ToolchainStore(folder.toPath()).list(), "read-only in " + layer + ", from ");
                } catch (StoreException e) {
                    // a layer that cannot be read is one without toolchains, for builds too
                }
            }
        }
        return held;
    }

    private static void add(List<HeldToolchain> held, List<Listed> more, String where) {
        for (Listed one : more) {
            String version = one.version().text();
            String platform = one.platform().toString();
            if (held.stream().noneMatch(before -> before.version().equals(version) && before.platform().equals(platform))) {
                held.add(new HeldToolchain(version, platform, one.bytes(), one.lastRead(), one.lastUsed(), one.inUse(),
                        where + (one.receiptOrNull() == null ? "" : one.receiptOrNull().source()), one.problem()));
            }
        }
    }
}
