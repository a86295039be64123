package io.jenkins.plugins.gotoolchain.jenkins.provisioning;

import hudson.ExtensionList;
import hudson.model.Node;
import hudson.model.Run;
import io.jenkins.plugins.gotoolchain.failure.ToolchainException;
import io.jenkins.plugins.gotoolchain.jenkins.node.ProvisionOutcome;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Told what came of each question for a toolchain. Must return at once. */
public abstract class ProvisioningListener {

    private static final Logger LOGGER = Logger.getLogger(ProvisioningListener.class.getName());

    /**
     * A node has it, and the answer was checked.
     *
     * @param run null where no build is known
     */
    public void onProvided(Node node, Run<?, ?> run, ProvisionOutcome outcome) {}

    /**
     * A node could not have it.
     *
     * @param run null where no build is known
     * @param asked null where it did not come as far as a version
     * @param millis how long it took until then
     */
    public void onFailed(Node node, Run<?, ?> run, GoVersion asked, ToolchainException failure, long millis) {}

    /** A build that was given toolchains on this node has ended, and holds none there any more. */
    public void onReleased(Node node) {}

    /** One that fails itself fails nobody else. */
    static void tell(Consumer<ProvisioningListener> event) {
        for (ProvisioningListener one : ExtensionList.lookup(ProvisioningListener.class)) {
            try {
                event.accept(one);
            } catch (RuntimeException e) {
                LOGGER.log(Level.WARNING, e, () -> one.getClass().getName() + " failed");
            }
        }
    }
}
