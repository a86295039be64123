package io.jenkins.plugins.gotoolchain.jenkins.fleet;

import hudson.model.Node;
import io.jenkins.plugins.gotoolchain.failure.ToolchainException;
import io.jenkins.plugins.gotoolchain.jenkins.configuration.GoToolchainConfiguration;
import io.jenkins.plugins.gotoolchain.jenkins.configuration.PreinstallEntry;
import io.jenkins.plugins.gotoolchain.jenkins.provisioning.BuildSelections;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Installs what a node is to have before a build asks for it. */
final class Preinstall {

    private static final Logger LOGGER = Logger.getLogger(Preinstall.class.getName());

    private Preinstall() {}

    /** In the background, when it is its turn. What cannot be installed is said in the system log and on the page. */
    static List<FleetTask> on(Node node) {
        Set<String> selectors = new LinkedHashSet<>();
        List<PreinstallEntry> entries = GoToolchainConfiguration.get().getPreinstall();
        try {
            for (PreinstallEntry entry : entries == null ? List.<PreinstallEntry>of() : entries) {
                if (entry.isFor(node)) {
                    selectors.addAll(entry.selectors());
                }
            }
        } catch (ToolchainException e) {
            LOGGER.log(Level.WARNING, () -> "Nothing is installed in advance on " + node.getDisplayName() + ": " + e.getMessage());
            return List.of();
        }
        List<FleetTask> tasks = new ArrayList<>();
        for (String selector : selectors) {
            GoVersion version = version(node, selector);
            if (version != null) {
                tasks.addAll(FleetTasks.get().start(FleetAct.INSTALL, List.of(node), version));
            }
        }
        return tasks;
    }

    private static GoVersion version(Node node, String selector) {
        try {
            return new BuildSelections(null, node).choose(selector).version();
        } catch (IOException e) {
            LOGGER.log(Level.WARNING,
                    () -> "Go " + selector + " is not installed in advance on " + node.getDisplayName() + ": " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return null;
    }
}
