package io.jenkins.plugins.gotoolchain.jenkins.node;

import hudson.remoting.Channel;
import hudson.remoting.VirtualChannel;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What this process, an agent or the controller for its own node, holds for running blocks: each with how it is let go. */
final class AgentLeases {

    private static final Map<String, Runnable> HELD = new ConcurrentHashMap<>();

    private AgentLeases() {}

    /** Until it is ended or the connection is: the controller takes it again when the node is back. */
    static void hold(String id, Runnable letGo, VirtualChannel channel) {
        Runnable before = HELD.put(id, letGo);
        if (before != null) {
            before.run();
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
        Runnable letGo = HELD.remove(id);
        if (letGo != null) {
            letGo.run();
        }
    }
}
