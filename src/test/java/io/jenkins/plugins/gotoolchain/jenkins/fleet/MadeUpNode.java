package io.jenkins.plugins.gotoolchain.jenkins.fleet;

import hudson.model.Slave;
import hudson.slaves.ComputerLauncher;
import hudson.slaves.RetentionStrategy;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A node that is never there, and what it would say. */
final class MadeUpNode extends Slave {

    private static final long serialVersionUID = 1L;

    MadeUpNode(String name) throws hudson.model.Descriptor.FormException, IOException {
        super(name, "/nowhere", new NoLauncher());
        setRetentionStrategy(RetentionStrategy.NOOP);
    }

    static NodeStore store(int versions) {
        List<HeldToolchain> held = new ArrayList<>();
        long now = System.currentTimeMillis();
        for (int i = 0; i < versions; i++) {
            held.add(new HeldToolchain("1." + (10 + i) + ".3", "linux/amd64", 230_000_000L, now - i * 3_600_000L,
                    now - i * 60_000L, i % 7 == 0, "goproxy:https://proxy.example.com", ""));
        }
        return new NodeStore(now, held);
    }

    private static final class NoLauncher extends ComputerLauncher {
        @Override
        public boolean isLaunchSupported() {
            return false;
        }
    }
}
