package io.jenkins.plugins.gotoolchain.jenkins.fleet;

import hudson.Extension;
import hudson.Main;
import hudson.model.Computer;
import hudson.model.Node;
import hudson.model.TaskListener;
import hudson.slaves.ComputerListener;

/** Asks a node that comes online for its toolchains, and has those installed that it is to have before a build asks. */
@Extension
public final class FleetListener extends ComputerListener {

    @Override
    public void onOnline(Computer computer, TaskListener listener) {
        Node node = computer.getNode();
        if (node != null && !Main.isUnitTest) {
            seeTo(node);
        }
    }

    static void seeTo(Node node) {
        FleetInventory.get().ask(node);
        Preinstall.on(node);
    }
}
