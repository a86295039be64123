package io.jenkins.plugins.gotoolchain.jenkins.audit;

import hudson.model.Node;
import hudson.tools.ToolLocationNodeProperty;
import io.jenkins.plugins.gotoolchain.jenkins.tool.GoInstallation;
import io.jenkins.plugins.gotoolchain.jenkins.trust.TrustAlarms;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** When the folders that are given for nodes were last read. It is not known over a restart: then they are read anew. */
final class AuditedLocations {

    private static final int MANY = 20_000;

    private final Map<String, Long> read = new ConcurrentHashMap<>();

    /** What is to be read now. What was found changed is looked at every time: somebody may have mended it. */
    List<String> due(Node node, Duration every) {
        List<String> due = new ArrayList<>();
        ToolLocationNodeProperty property = node.getNodeProperties().get(ToolLocationNodeProperty.class);
        if (property != null) {
            for (ToolLocationNodeProperty.ToolLocation one : property.getLocations()) {
                String home = one.getHome();
                boolean mine = one.getType() instanceof GoInstallation.DescriptorImpl;
                if (mine && home != null && home.indexOf('$') < 0 && !due.contains(home) && isDue(node, home, every)) {
                    due.add(home);
                }
            }
        }
        return due;
    }

    private boolean isDue(Node node, String home, Duration every) {
        Long last = read.get(key(node, home));
        return last == null
                || System.nanoTime() - last >= every.toNanos()
                || TrustAlarms.get().condemning(node, home) != null;
    }

    void readNow(Node node, String home) {
        if (read.size() >= MANY) {
            read.clear();
        }
        read.put(key(node, home), System.nanoTime());
    }

    private static String key(Node node, String home) {
        return node.getNodeName() + "\n" + home;
    }
}
