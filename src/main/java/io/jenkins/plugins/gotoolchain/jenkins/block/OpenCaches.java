package io.jenkins.plugins.gotoolchain.jenkins.block;

import hudson.FilePath;
import io.jenkins.plugins.gotoolchain.buildcache.CacheTally;
import io.jenkins.plugins.gotoolchain.gocache.CacheLimits;
import io.jenkins.plugins.gotoolchain.gocache.CacheNews;
import io.jenkins.plugins.gotoolchain.gocache.GivenCaches;
import io.jenkins.plugins.gotoolchain.gocache.Trimmed;
import io.jenkins.plugins.gotoolchain.jenkins.node.EndCaches;
import io.jenkins.plugins.gotoolchain.transfer.Words;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** The caches of a running block. A class and no record: a Pipeline's program is saved without the leave to look into those. */
final class OpenCaches implements Serializable {

    private static final long serialVersionUID = 1L;

    private final String folder;
    private final GivenCaches given;
    private final String secrets;
    private final CacheLimits limits;

    /**
     * @param folder of the caches of all users, on the node
     * @param secrets a folder that goes with the block; null for none
     * @param limits null where they go with the block
     */
    OpenCaches(String folder, GivenCaches given, String secrets, CacheLimits limits) {
        this.folder = folder;
        this.given = given;
        this.secrets = secrets;
        this.limits = limits;
    }

    /** Of the caches of all users, on the node. */
    String folder() {
        return folder;
    }

    /** Folders on the node that go with the block. */
    List<String> passing() {
        List<String> folders = new ArrayList<>();
        if (secrets != null) {
            folders.add(secrets);
        }
        if (limits == null) {
            folders.add(folder);
        }
        return folders;
    }

    /**
     * @param there the folder on the node
     * @return what is new in them and what went
     */
    EndCaches.Answer end(FilePath there, String lease) throws IOException, InterruptedException {
        return there.act(new EndCaches(lease, given, secrets == null ? null : secrets + "/" + CacheTally.FILE, limits));
    }

    /** What is new in caches and what went, for people. */
    static List<String> lines(EndCaches.Answer answer) {
        List<String> lines = new ArrayList<>();
        if (answer.news().modules() + answer.news().results() > 0) {
            lines.add(line(answer.news()));
        }
        if (answer.trimmed() != null && (answer.trimmed().any() || answer.trimmed().busy())) {
            lines.add(line(answer.trimmed()));
        }
        return lines;
    }

    static String line(CacheNews news) {
        List<String> parts = new ArrayList<>();
        if (news.modules() > 0) {
            parts.add(counted(news.modules(), "module") + " (" + Words.size(news.moduleBytes()) + ")");
        }
        if (news.results() > 0) {
            parts.add(counted(news.results(), "build result") + " (" + Words.size(news.resultBytes()) + ")");
        }
        return "New in the caches: " + String.join(", ", parts);
    }

    private static String counted(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    static String line(Trimmed trimmed) {
        return "The node's caches were trimmed: " + counted(trimmed.modules(), "module") + ", "
                + counted(trimmed.results(), "build result") + " and " + counted(trimmed.folders(), "whole cache") + " went, "
                + Words.size(trimmed.bytes()) + "; " + Words.size(trimmed.left()) + " are left"
                + (trimmed.busy() ? ". Further modules stay until no build uses them" : "");
    }
}
