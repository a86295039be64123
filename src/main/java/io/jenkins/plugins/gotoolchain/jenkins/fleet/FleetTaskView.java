package io.jenkins.plugins.gotoolchain.jenkins.fleet;

import io.jenkins.plugins.gotoolchain.jenkins.node.VisibleNodes;
import java.util.ArrayList;
import java.util.List;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** What is done on a node, for the page and the REST API. */
@ExportedBean(defaultVisibility = 3)
public final class FleetTaskView {

    private static final int MOST = 100;

    private final FleetTask task;

    private FleetTaskView(FleetTask task) {
        this.task = task;
    }

    /** Those that are not over first; of nodes that may be seen. */
    static List<FleetTaskView> recent() {
        List<FleetTaskView> open = new ArrayList<>();
        List<FleetTaskView> over = new ArrayList<>();
        for (FleetTask task : FleetTasks.get().list()) {
            if (open.size() + over.size() < MOST && VisibleNodes.named(task.nodeName()) != null) {
                (task.isOver() ? over : open).add(new FleetTaskView(task));
            }
        }
        open.addAll(over);
        return open;
    }

    /** {@code install}, {@code verify}, {@code remove}, {@code prune}, {@code refresh}. */
    @Exported
    public String getAct() {
        return task.getAct();
    }

    @Exported
    public String getNode() {
        return task.getNode();
    }

    /** Null where it is not of one. */
    @Exported
    public String getVersion() {
        return task.getVersion();
    }

    /** {@code WAITING}, {@code RUNNING}, {@code DONE}, {@code FAILED}. */
    @Exported
    public String getState() {
        return task.getState().name();
    }

    /** What it does, or what came of it. */
    @Exported
    public String getLine() {
        return task.getLine();
    }

    public String getStateText() {
        return switch (task.getState()) {
            case WAITING -> Messages.FleetTask_waiting();
            case RUNNING -> Messages.FleetTask_running();
            case DONE -> Messages.FleetTask_done();
            case FAILED -> Messages.FleetTask_failed();
        };
    }
}
