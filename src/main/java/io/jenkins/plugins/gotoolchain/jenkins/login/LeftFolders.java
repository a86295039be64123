package io.jenkins.plugins.gotoolchain.jenkins.login;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.FilePath;
import hudson.XmlFile;
import hudson.model.Node;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.model.Jenkins;

/** Folders of blocks, with a login or a cache, that could not be deleted because their node was away at the end; kept on disk. */
@Extension
public class LeftFolders {

    private static final Logger LOGGER = Logger.getLogger(LeftFolders.class.getName());

    private Map<String, Set<String>> byNode;

    /** @return whether it is gone; where it is not, it goes when the node is back */
    public static boolean delete(String node, String folder) throws InterruptedException {
        if (deleted(node, folder)) {
            return true;
        }
        ExtensionList.lookupSingleton(LeftFolders.class).keep(node, folder);
        return false;
    }

    private static boolean deleted(String node, String folder) throws InterruptedException {
        Node there = node.isEmpty() ? Jenkins.get() : Jenkins.get().getNode(node);
        FilePath path = there == null ? null : there.createPath(folder);
        try {
            if (path == null) {
                return false;
            }
            path.deleteRecursive();
            return true;
        } catch (IOException | RuntimeException e) {
            LOGGER.log(Level.FINE, e, () -> folder + " cannot be deleted on " + node);
            return false;
        }
    }

    /** Deletes what was left on a node. */
    public void nodeIsBack(String node) throws InterruptedException {
        for (String folder : left(node)) {
            if (deleted(node, folder)) {
                forget(node, folder);
            }
        }
    }

    private synchronized List<String> left(String node) {
        return new ArrayList<>(all().getOrDefault(node, Set.of()));
    }

    private synchronized void keep(String node, String folder) {
        all().computeIfAbsent(node, absent -> new TreeSet<>()).add(folder);
        save();
    }

    private synchronized void forget(String node, String folder) {
        Set<String> folders = all().get(node);
        if (folders != null && folders.remove(folder)) {
            if (folders.isEmpty()) {
                all().remove(node);
            }
            save();
        }
    }

    private synchronized Map<String, Set<String>> all() {
        if (byNode == null) {
            byNode = new TreeMap<>();
            try {
                if (file().exists() && file().read() instanceof Map<?, ?> kept) {
                    kept.forEach((node, folders) -> {
                        Set<String> names = new TreeSet<>();
                        ((Iterable<?>) folders).forEach(one -> names.add((String) one));
                        byNode.put((String) node, names);
                    });
                }
            } catch (IOException | ClassCastException e) {
                LOGGER.log(Level.WARNING, e, () -> file() + " cannot be read: folders with logins may be left on nodes");
            }
        }
        return byNode;
    }

    private void save() {
        try {
            file().write(byNode);
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, e, () -> file() + " cannot be written: folders with logins may be left on nodes");
        }
    }

    private static XmlFile file() {
        return new XmlFile(new File(Jenkins.get().getRootDir(), "go-toolchain-left-logins.xml"));
    }
}
