package io.jenkins.plugins.gotoolchain.jenkins.block;

import hudson.FilePath;
import hudson.model.Node;
import hudson.model.Run;
import io.jenkins.plugins.gotoolchain.jenkins.login.LeftFolders;
import io.jenkins.plugins.gotoolchain.jenkins.node.EndCaches;
import io.jenkins.plugins.gotoolchain.jenkins.node.EndLease;
import io.jenkins.plugins.gotoolchain.jenkins.node.NodeByName;
import io.jenkins.plugins.gotoolchain.jenkins.node.HoldCaches;
import io.jenkins.plugins.gotoolchain.jenkins.node.HoldLease;
import io.jenkins.plugins.gotoolchain.jenkins.times.GoTimesAction;
import io.jenkins.plugins.gotoolchain.jenkins.times.GoWork;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What a running block has on its node: a lease on its toolchain, its caches and, where it logs in, a folder with the login. */
public final class OpenBlock implements Serializable {

    private static final long serialVersionUID = 1L;

    private final String node;
    private final String home;
    private final String version;
    private final String login;
    private final OpenCaches caches;
    private final String lease = UUID.randomUUID().toString();

    /**
     * @param go its toolchain
     * @param login null where there is none
     * @param caches null where there are none
     */
    OpenBlock(Node node, BlockProof.Proven go, FilePath login, OpenCaches caches) {
        this.node = node.getNodeName();
        this.home = go.home();
        this.version = go.version().text();
        this.login = login == null ? null : login.getRemote();
        this.caches = caches;
    }

    boolean isOn(String nodeName) {
        return node.equals(nodeName);
    }

    /** Where the node is away nothing is held; it is taken again when the node is back. */
    void hold() throws IOException, InterruptedException {
        FilePath folder = onNode(home);
        if (folder != null) {
            folder.act(new HoldLease(lease));
        }
        if (caches != null && folder != null) {
            onNode(caches.folder()).act(new HoldCaches(cacheLease()));
        }
    }

    private String cacheLease() {
        return lease + "-caches";
    }

    /**
     * @param run whose record gets what the block's time went into; null where the body did not run
     * @return what is to be said of it, for people; each on a line
     */
    public List<String> end(Run<?, ?> run) throws InterruptedException {
        List<String> lines = new ArrayList<>();
        if (login != null && !LeftFolders.delete(node, login)) {
            lines.add("The node " + (node.isEmpty() ? "of the controller" : node) + " is away: the files with the login in " + login
                    + " are deleted when it is back");
        }
        endCaches(run, lines);
        FilePath folder = onNode(home);
        if (folder != null) {
            try {
                folder.act(new EndLease(lease));
            } catch (IOException | RuntimeException e) {
                // it has ended with the connection
            }
        }
        return lines;
    }

    private void endCaches(Run<?, ?> run, List<String> lines) throws InterruptedException {
        if (caches == null) {
            return;
        }
        FilePath folder = onNode(caches.folder());
        if (folder != null) {
            try {
                EndCaches.Answer answer = caches.end(folder, cacheLease());
                lines.addAll(OpenCaches.lines(answer));
                GoTimesAction.add(run, GoWork.of(node, version, answer.news(), answer.tally()));
            } catch (IOException | RuntimeException e) {
                lines.add("What is new in the caches could not be counted: " + e.getMessage());
            }
        }
        passing(lines);
    }

    private void passing(List<String> lines) throws InterruptedException {
        for (String folder : caches.passing()) {
            if (!LeftFolders.delete(node, folder)) {
                lines.add("The node is away: " + folder + " is deleted when it is back");
            }
        }
    }

    private FilePath onNode(String path) {
        Node there = NodeByName.of(node);
        return there == null ? null : there.createPath(path);
    }
}
