package io.jenkins.plugins.gotoolchain.jenkins.catalogue;

import hudson.Extension;
import hudson.Main;
import hudson.XmlFile;
import hudson.model.Computer;
import hudson.model.Node;
import hudson.model.Saveable;
import hudson.model.TaskListener;
import hudson.model.listeners.SaveableListener;
import hudson.slaves.ComputerListener;
import io.jenkins.plugins.gotoolchain.jenkins.configuration.GoToolchainConfiguration;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.model.Jenkins;

/** Brings the catalogue to nodes: to all that are online when it was raised, to each that comes back. */
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

    /** When the configuration was saved. */
    @Extension
    public static final class Configuration extends SaveableListener {

        @Override
        public void onChange(Saveable saved, XmlFile file) {
            if (saved instanceof GoToolchainConfiguration configuration && configuration.getWithdrawn() != null && !Main.isUnitTest) {
                List<Node> nodes = new ArrayList<>(List.of(Jenkins.get()));
                nodes.addAll(Jenkins.get().getNodes());
                nodes.removeIf(node -> node.getRootPath() == null);
                nodes.forEach(node -> Computer.threadPoolForRemoting.submit(() -> apply(node)));
            }
        }
    }
}
