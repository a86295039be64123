package io.jenkins.plugins.gotoolchain.jenkins.provisioning;

import hudson.Extension;
import hudson.Main;
import hudson.model.Computer;
import hudson.model.Node;
import hudson.model.TaskListener;
import hudson.slaves.ComputerListener;
import io.jenkins.plugins.gotoolchain.jenkins.configuration.EngineSettings;
import io.jenkins.plugins.gotoolchain.jenkins.node.LookAround;
import io.jenkins.plugins.gotoolchain.jenkins.node.StoreFolder;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Has a node that comes up look at the toolchains that it has, so that its first build need not wait for that. */
@Extension
public final class NodeWarmUp extends ComputerListener {

    private static final Logger LOGGER = Logger.getLogger(NodeWarmUp.class.getName());

    @Override
    public void onOnline(Computer computer, TaskListener listener) {
        Node node = computer.getNode();
        if (node != null && !Main.isUnitTest) {
            Computer.threadPoolForRemoting.submit(() -> lookAround(node));
        }
    }

    /** Where it fails the first build takes a little longer, and says what is the matter if it matters. */
    static void lookAround(Node node) {
        try {
            StoreFolder.of(node).act(new LookAround(EngineSettings.current()));
        } catch (IOException e) {
            LOGGER.log(Level.FINE, e, () -> node.getDisplayName() + " was not looked at in advance");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
