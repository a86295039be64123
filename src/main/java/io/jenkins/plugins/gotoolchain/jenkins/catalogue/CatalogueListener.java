package io.jenkins.plugins.gotoolchain.jenkins.catalogue;

import hudson.Extension;
import hudson.Main;
import hudson.XmlFile;
import hudson.model.Computer;
import hudson.model.Node;
import hudson.model.Run;
import hudson.model.Saveable;
import hudson.model.TaskListener;
import hudson.model.listeners.RunListener;
import hudson.model.listeners.SaveableListener;
import hudson.slaves.ComputerListener;
import io.jenkins.plugins.gotoolchain.jenkins.configuration.GoToolchainConfiguration;
import io.jenkins.plugins.gotoolchain.jenkins.node.NodeByName;
import io.jenkins.plugins.gotoolchain.jenkins.record.GoToolchainsAction;
import io.jenkins.plugins.gotoolchain.jenkins.record.ToolchainUse;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.model.Jenkins;
import jenkins.util.Timer;

/** Brings the catalogue to nodes: to all that are online when it was raised, to each that comes back, and again when a build has ended. */
final class CatalogueListener {

    private static final Logger LOGGER = Logger.getLogger(CatalogueListener.class.getName());

    private CatalogueListener() {}

    static void apply(Node node) {
        try {
            Catalogue.get().applyTo(node);
        } catch (IOException e) {
            LOGGER.log(Level.FINE, e, () -> "The catalogue of Go toolchains did not reach " + node.getDisplayName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** When a node comes online. */
    @Extension
    public static final class Nodes extends ComputerListener {

        @Override
        public void onOnline(Computer computer, TaskListener listener) {
            Node node = computer.getNode();
            if (node != null && !Main.isUnitTest) {
                Computer.threadPoolForRemoting.submit(() -> apply(node));
            }
        }
    }

    /** When the configuration was saved: the number is raised at once, and what is withdrawn goes from all that are online. */
    @Extension
    public static final class Configuration extends SaveableListener {

        @Override
        public void onChange(Saveable saved, XmlFile file) {
            try {
                if (saved instanceof GoToolchainConfiguration && Catalogue.get().wasRaised() && !Main.isUnitTest) {
                    List<Node> nodes = new ArrayList<>(List.of(Jenkins.get()));
                    nodes.addAll(Jenkins.get().getNodes());
                    nodes.removeIf(node -> node.getRootPath() == null);
                    nodes.forEach(node -> Computer.threadPoolForRemoting.submit(() -> apply(node)));
                }
            } catch (IOException e) {
                LOGGER.log(Level.WARNING, "The catalogue of Go toolchains cannot be read from the configuration", e);
            }
        }
    }

    /** When a build has ended that used what was withdrawn meanwhile. */
    @Extension
    public static final class Builds extends RunListener<Run<?, ?>> {

        private static final int LEASES_END_SECONDS = 3;

        @Override
        public void onFinalized(Run<?, ?> run) {
            GoToolchainsAction record = run.getAction(GoToolchainsAction.class);
            if (record == null) {
                return;
            }
            Map<GoVersion, String> withdrawn = GoToolchainConfiguration.get().withdrawnVersions();
            for (ToolchainUse use : record.getToolchains()) {
                boolean gone = GoVersion.isValid(use.getVersion()) && withdrawn.containsKey(new GoVersion(use.getVersion()));
                Node node = NodeByName.of(use.getNode());
                if (gone && node != null) {
                    Timer.get().schedule(() -> apply(node), LEASES_END_SECONDS, TimeUnit.SECONDS);
                }
            }
        }
    }
}
