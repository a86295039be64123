package io.jenkins.plugins.gotoolchain.jenkins.record;

import hudson.Util;
import hudson.model.Node;
import java.util.Objects;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** All that decides what builds with Go come to on one node, besides their sources. Kept in the build's {@code build.xml}. */
@ExportedBean(defaultVisibility = 3)
public final class BuildInputs {

    private final String node;
    private final String line;

    BuildInputs(Node node, String line) {
        this.node = node.getNodeName();
        this.line = line;
    }

    /** The node's name; empty for the built-in one. */
    @Exported
    public String getNode() {
        return Util.fixNull(node);
    }

    /** Version, platform, flags, and the first digits of the SHA-256 of go.mod and go.sum; for people. */
    @Exported
    public String getLine() {
        return Util.fixNull(line);
    }

    boolean repeats(BuildInputs other) {
        return Objects.equals(node, other.node) && Objects.equals(line, other.line);
    }
}
