package io.jenkins.plugins.gotoolchain.jenkins.network;

import hudson.model.Node;
import io.jenkins.plugins.gotoolchain.diagnose.network.NetworkReport;
import io.jenkins.plugins.gotoolchain.diagnose.network.NetworkWords;
import io.jenkins.plugins.gotoolchain.diagnose.network.TargetCheck;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;

/** One node of the table, for a page. */
public final class NetworkRow {

    private final Node node;
    private final NodeCheck check;
    private final boolean running;
    private final List<NetworkCell> cells = new ArrayList<>();

    NetworkRow(Node node, NodeCheck check, boolean running, List<String> columns, NetworkReport controllers, NetworkWords words) {
        this.node = node;
        this.check = check;
        this.running = running;
        for (String column : columns) {
            TargetCheck here = find(getReport(), column);
            cells.add(new NetworkCell(here, getReport() == controllers ? null : find(controllers, column), words));
        }
    }

    static TargetCheck find(NetworkReport report, String label) {
        return report == null ? null
                : report.targets().stream().filter(one -> one.target().label().equals(label)).findFirst().orElse(null);
    }

    private NetworkReport getReport() {
        return check == null ? null : check.report();
    }

    public Node getNode() {
        return node;
    }

    public boolean isRunning() {
        return running;
    }

    /** Why it could not be asked; null where it was, or nobody tried. */
    public String getTrouble() {
        return check == null ? null : check.trouble();
    }

    /** When it was asked; null where it was not. */
    public Date getTime() {
        return getReport() == null ? null : new Date(getReport().atMillis());
    }

    public List<NetworkCell> getCells() {
        return cells;
    }
}
