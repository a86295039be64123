package io.jenkins.plugins.gotoolchain.jenkins.fleet;

import hudson.Util;
import hudson.model.Node;
import io.jenkins.plugins.gotoolchain.provision.Bytes;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** One page of the nodes that a search is for. */
@ExportedBean(defaultVisibility = 2)
public final class FleetView {

    private static final int PAGE = 50;
    private static final int LARGEST_PAGE = 1000;
    private static final int MOST_COLUMNS = 30;

    private final String search;
    private final int page;
    private final int pages;
    private final int count;
    private final long bytes;
    private final List<FleetRow> rows = new ArrayList<>();
    private final List<String> versions = new ArrayList<>();

    private FleetView(String search, int wanted, int limit) {
        this.search = search;
        List<Node> nodes = FleetNodes.matching(search);
        count = nodes.size();
        pages = Math.max(1, (count + limit - 1) / limit);
        page = Math.max(1, Math.min(wanted, pages));
        FleetInventory inventory = FleetInventory.get();
        long all = 0;
        Set<String> seen = new HashSet<>();
        for (Node node : nodes) {
            NodeStore store = inventory.of(node);
            if (store != null) {
                all += store.bytes();
                store.held().forEach(one -> seen.add(one.version()));
            }
        }
        bytes = all;
        versions.addAll(seen);
        versions.sort(Comparator.comparing(FleetView::version).reversed());
        rows(nodes.subList((page - 1) * limit, Math.min(count, page * limit)), inventory);
    }

    private static GoVersion version(String text) {
        return GoVersion.isValid(text) ? new GoVersion(text) : new GoVersion("1");
    }

    private void rows(List<Node> nodes, FleetInventory inventory) {
        Map<String, List<FleetTask>> tasks = new HashMap<>();
        for (FleetTask task : FleetTasks.get().list()) {
            if (task.getState() != FleetTask.State.DONE) {
                tasks.computeIfAbsent(task.nodeName(), name -> new ArrayList<>()).add(task);
            }
        }
        long now = System.currentTimeMillis();
        for (Node node : nodes) {
            rows.add(new FleetRow(
                    node, inventory.of(node), tasks.getOrDefault(node.getNodeName(), List.of()), now));
        }
    }

    /** @param request {@code q}, {@code page} from 1, {@code limit} */
    static FleetView of(StaplerRequest2 request) {
        return new FleetView(
                Util.fixNull(request.getParameter("q")).trim(),
                number(request.getParameter("page"), 1),
                Math.max(1, Math.min(LARGEST_PAGE, number(request.getParameter("limit"), PAGE))));
    }

    private static int number(String text, int otherwise) {
        return text != null && text.matches("\\d{1,6}") ? Integer.parseInt(text) : otherwise;
    }

    /** As it was asked for. */
    @Exported
    public String getSearch() {
        return search;
    }

    /** From 1. */
    @Exported
    public int getPage() {
        return page;
    }

    @Exported
    public int getPages() {
        return pages;
    }

    /** Of all nodes that the search is for. */
    @Exported
    public int getCount() {
        return count;
    }

    /** Of all toolchains on them. */
    @Exported
    public long getBytes() {
        return bytes;
    }

    @Exported
    public List<FleetRow> getNodes() {
        return rows;
    }

    /** What is done, waits to be done, or was done not long ago, the youngest first, on nodes that may be seen. */
    @Exported
    public List<FleetTaskView> getTasks() {
        return FleetTaskView.recent();
    }

    /** All that the nodes of the search have, the newest first. */
    @Exported
    public List<String> getVersions() {
        return versions;
    }

    /** The columns of the page: the newest of the versions. */
    public List<String> getColumns() {
        return versions.subList(0, Math.min(MOST_COLUMNS, versions.size()));
    }

    /** How many versions there are. */
    public int getVersionCount() {
        return versions.size();
    }

    /** How many versions have no column. */
    public int getMoreColumns() {
        return versions.size() - getColumns().size();
    }

    /** Of a row, one for each column. */
    public List<FleetCell> cells(FleetRow row) {
        return row.cells(getColumns());
    }

    public String getSpace() {
        return Bytes.of(bytes);
    }

    /** The query of another page of the same search. */
    public String query(int other) {
        return "?q=" + URLEncoder.encode(search, StandardCharsets.UTF_8) + "&page=" + other;
    }
}
