package io.jenkins.plugins.gotoolchain.jenkins.fleet;

import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.gotoolchain.store.Listed;
import io.jenkins.plugins.gotoolchain.store.ToolchainStore;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import jenkins.agents.ControllerToAgentFileCallable;

/** What is in a node's store. Called on its folder. */
record ReadStore() implements ControllerToAgentFileCallable<ArrayList<HeldToolchain>> {

    @Override
    public ArrayList<HeldToolchain> invoke(File root, VirtualChannel channel) throws IOException {
        ArrayList<HeldToolchain> held = new ArrayList<>();
        if (!root.isDirectory()) {
            return held;
        }
        for (Listed one : new ToolchainStore(root.toPath()).list()) {
            held.add(new HeldToolchain(
                    one.version().text(),
                    one.platform().toString(),
                    one.bytes(),
                    one.lastRead(),
                    one.lastUsed(),
                    one.inUse(),
                    one.receiptOrNull() == null ? "" : one.receiptOrNull().source(),
                    one.problem()));
        }
        return held;
    }
}
