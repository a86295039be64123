package io.jenkins.plugins.gotoolchain.jenkins.fleet;

import io.jenkins.plugins.gotoolchain.jenkins.node.AgentText;
import java.util.ArrayList;
import java.util.List;

/**
 * What a node said last of its store.
 *
 * @param at when, in milliseconds since 1970
 * @param held what it has; of no more than some hundred is kept
 */
record NodeStore(long at, List<HeldToolchain> held) {

    private static final int MOST = 200;

    /** As it is kept: an agent may say anything. */
    static NodeStore said(long at, List<HeldToolchain> held) {
        List<HeldToolchain> kept = new ArrayList<>();
        for (HeldToolchain one : held) {
            if (kept.size() < MOST && one != null) {
                kept.add(new HeldToolchain(
                        AgentText.word(one.version()), AgentText.word(one.platform()), Math.max(0, one.bytes()),
                        Math.max(0, one.read()), Math.max(0, one.used()), one.inUse(), AgentText.line(one.source()),
                        AgentText.line(one.problem())));
            }
        }
        return new NodeStore(at, List.copyOf(kept));
    }

    /** Null where the node does not have it. */
    HeldToolchain of(String version) {
        for (HeldToolchain one : held) {
            if (one.version().equals(version)) {
                return one;
            }
        }
        return null;
    }

    long bytes() {
        return held.stream().mapToLong(HeldToolchain::bytes).sum();
    }
}
