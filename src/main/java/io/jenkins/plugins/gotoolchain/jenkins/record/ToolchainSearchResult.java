package io.jenkins.plugins.gotoolchain.jenkins.record;

import hudson.Util;
import java.io.IOException;
import java.util.List;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** What a search found, newest first. */
@ExportedBean(defaultVisibility = 3)
public final class ToolchainSearchResult {

    /** What is searched by. */
    static final List<String> PARAMETERS = List.of("version", "source", "node", "text");

    private static final int PAGE = 50;

    private final List<FoundUse> builds;
    private final UseCursor older;

    private ToolchainSearchResult(List<FoundUse> builds, UseCursor older) {
        this.builds = builds;
        this.older = older;
    }

    /** @param request {@code version}, {@code source}, {@code node}, {@code text}, {@code before}, {@code limit} */
    static ToolchainSearchResult of(StaplerRequest2 request) throws IOException {
        UseSearch search = new UseSearch(
                UseQuery.of(
                        request.getParameter("version"),
                        request.getParameter("source"),
                        request.getParameter("node"),
                        request.getParameter("text")),
                limit(Util.fixNull(request.getParameter("limit"))));
        UseCursor older = search.run(UseCursor.parse(request.getParameter("before")));
        return new ToolchainSearchResult(search.found(), older);
    }

    private static int limit(String text) {
        return text.matches("\\d{1,4}") ? Integer.parseInt(text) : PAGE;
    }

    @Exported(inline = true)
    public List<FoundUse> getBuilds() {
        return builds;
    }

    /** To be given as {@code before} to go on with older builds; null where all were looked at. */
    @Exported
    public String getOlder() {
        return older == null ? null : older.toString();
    }
}
