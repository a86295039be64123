package io.jenkins.plugins.gotoolchain.jenkins.block;

import hudson.FilePath;
import hudson.model.Node;
import io.jenkins.plugins.gotoolchain.jenkins.login.LeftLogins;
import io.jenkins.plugins.gotoolchain.jenkins.node.EndLease;
import io.jenkins.plugins.gotoolchain.jenkins.node.HoldLease;
import java.io.IOException;
import java.io.Serializable;
import java.util.UUID;
import jenkins.model.Jenkins;

/** What a running block has on its node: a lease on its toolchain and, where it logs in, a folder with the login. */
public final class OpenBlock implements Serializable {

    private static final long serialVersionUID = 1L;

    private final String node;
    private final String home;
    private final String login;
    private final String lease = UUID.randomUUID().toString();

    /**
     * @param home of the toolchain, in the node's own notation
     * @param login null where there is none
     */
    OpenBlock(Node node, String home, FilePath login) {
        this.node = node.getNodeName();
        this.home = home;
        this.login = login == null ? null : login.getRemote();
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
    }

    /** @return null where nothing is left; otherwise what is, for people */
    public String end() throws InterruptedException {
        String left = login == null || LeftLogins.delete(node, login)
                ? null
                : "The node " + (node.isEmpty() ? "of the controller" : node) + " is away: the files with the login in " + login
                        + " are deleted when it is back";
        FilePath folder = onNode(home);
        if (folder != null) {
            try {
                folder.act(new EndLease(lease));
            } catch (IOException | RuntimeException e) {
                // it has ended with the connection
            }
        }
        return left;
    }

    private FilePath onNode(String path) {
        Node there = node.isEmpty() ? Jenkins.get() : Jenkins.get().getNode(node);
        return there == null ? null : there.createPath(path);
    }
}
