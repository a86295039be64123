package io.jenkins.plugins.gotoolchain.jenkins.node;

import hudson.remoting.Channel;
import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.gotoolchain.store.Lease;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The leases that this process, an agent or the controller for its own node, holds for running blocks. */
final class AgentLeases {

    private static final Map<String, Lease> HELD = new ConcurrentHashMap<>();

    private AgentLeases() {}

    /** Until it is ended or the connection is: the controller takes it again when the node is back. */
    static void hold(String id, Lease lease, VirtualChannel channel) {
        Lease before = HELD.put(id, lease);
        if (before != null) {
            before.close();
        } else if (channel instanceof Channel connection) {
            connection.addListener(new Channel.Listener() {
                @Override
                public void onClosed(Channel closed, IOException cause) {
                    end(id);
                }
            });
        }
    }

    static void end(String id) {
        Lease lease = HELD.remove(id);
        if (lease != null) {
            lease.close();
        }
    }
}
