package io.jenkins.plugins.gotoolchain.jenkins.times;

import hudson.Util;
import hudson.model.Node;
import io.jenkins.plugins.gotoolchain.buildcache.CacheTally;
import io.jenkins.plugins.gotoolchain.gocache.CacheNews;
import io.jenkins.plugins.gotoolchain.jenkins.node.AgentText;
import io.jenkins.plugins.gotoolchain.jenkins.node.ProvisionOutcome;
import java.util.concurrent.TimeUnit;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/**
 * What was done on one node: a toolchain provided, or a block's modules and build results. Kept in the build's
 * {@code build.xml}. Times are in milliseconds.
 */
@ExportedBean(defaultVisibility = 3)
public final class GoWork {

    static final GoWork NONE = new GoWork("", "");

    private static final long MOST_MILLIS = TimeUnit.DAYS.toMillis(30);

    private final String node;
    private final String version;
    private long download;
    private long verify;
    private long unpack;
    private long fetchedBytes;
    private long moduleDownload;
    private long modules;
    private long moduleBytes;
    private long compile;
    private long results;
    private long resultBytes;
    private boolean counted;
    private long hits;
    private long sharedHits;
    private long misses;

    private GoWork(String node, String version) {
        this.node = node;
        this.version = AgentText.word(version);
    }

    /** That a node provided a toolchain, or looked at the one that is there. */
    public static GoWork of(Node node, ProvisionOutcome outcome) {
        GoWork work = new GoWork(node.getNodeName(), outcome.receipt().version().text());
        work.download = millis(outcome.spent().download());
        work.verify = millis(outcome.spent().verify());
        work.unpack = millis(outcome.spent().unpack());
        work.fetchedBytes = count(outcome.fetched());
        return work;
    }

    /**
     * What came into the caches of a block.
     *
     * @param tally null where nobody counted what was found
     */
    public static GoWork of(String node, String version, CacheNews news, CacheTally tally) {
        GoWork work = new GoWork(node, version);
        work.moduleDownload = millis(news.moduleMillis());
        work.modules = count(news.modules());
        work.moduleBytes = count(news.moduleBytes());
        work.compile = millis(news.resultMillis());
        work.results = count(news.results());
        work.resultBytes = count(news.resultBytes());
        if (tally != null) {
            work.compile = Math.max(work.compile, millis(tally.millis()));
            work.results += count(tally.puts());
            work.counted = true;
            work.hits = count(tally.hits());
            work.sharedHits = count(tally.sharedHits());
            work.misses = count(tally.misses());
        }
        return work;
    }

    /** A node may say anything. */
    private static long millis(long said) {
        return Math.min(Math.max(said, 0), MOST_MILLIS);
    }

    private static long count(long said) {
        return Math.min(Math.max(said, 0), 1L << 50);
    }

    /** Of no node in particular. */
    GoWork plus(GoWork more) {
        GoWork sum = new GoWork("", "");
        sum.download = download + more.download;
        sum.verify = verify + more.verify;
        sum.unpack = unpack + more.unpack;
        sum.fetchedBytes = fetchedBytes + more.fetchedBytes;
        sum.moduleDownload = moduleDownload + more.moduleDownload;
        sum.modules = modules + more.modules;
        sum.moduleBytes = moduleBytes + more.moduleBytes;
        sum.compile = compile + more.compile;
        sum.results = results + more.results;
        sum.resultBytes = resultBytes + more.resultBytes;
        sum.counted = counted || more.counted;
        sum.hits = hits + more.hits;
        sum.sharedHits = sharedHits + more.sharedHits;
        sum.misses = misses + more.misses;
        return sum;
    }

    /** Whether it is nothing that took time, came, or was looked for. */
    boolean isNothing() {
        return total() == 0 && fetchedBytes + modules + results + hits + sharedHits + misses == 0;
    }

    long total() {
        return download + verify + unpack + moduleDownload + compile;
    }

    /** The node's name; empty for the built-in one, and for a sum. */
    @Exported
    public String getNode() {
        return Util.fixNull(node);
    }

    /** {@code 1.24.1}; empty for a sum. */
    @Exported
    public String getVersion() {
        return Util.fixNull(version);
    }

    /** Of the toolchain's archive, waiting and trying again included. */
    @Exported
    public long getDownload() {
        return download;
    }

    /** Looking at a toolchain that is there, and proving one that is not. */
    @Exported
    public long getVerify() {
        return verify;
    }

    /** Writing the toolchain's files. */
    @Exported
    public long getUnpack() {
        return unpack;
    }

    /** Bytes of the toolchain's archive that crossed the wire. */
    @Exported
    public long getFetchedBytes() {
        return fetchedBytes;
    }

    /** As the times of the files have it that came into the cache of modules. */
    @Exported
    public long getModuleDownload() {
        return moduleDownload;
    }

    /** Versions of modules that were downloaded. */
    @Exported
    public long getModules() {
        return modules;
    }

    /** Of their archives. */
    @Exported
    public long getModuleBytes() {
        return moduleBytes;
    }

    /** As the times have it at which build results came into their cache: compiling, linking, vetting and testing. */
    @Exported
    public long getCompile() {
        return compile;
    }

    /** Build results that were made and kept. */
    @Exported
    public long getResults() {
        return results;
    }

    /** Of those in the node's own {@code GOCACHE}. */
    @Exported
    public long getResultBytes() {
        return resultBytes;
    }

    /** Whether hits and misses were counted: where the go command asks the shared build cache. */
    @Exported
    public boolean isCounted() {
        return counted;
    }

    /** Build results that were found on the node. */
    @Exported
    public long getHits() {
        return hits;
    }

    /** Build results that were found at the shared build cache. */
    @Exported
    public long getSharedHits() {
        return sharedHits;
    }

    /** Build results that were found nowhere. */
    @Exported
    public long getMisses() {
        return misses;
    }
}
