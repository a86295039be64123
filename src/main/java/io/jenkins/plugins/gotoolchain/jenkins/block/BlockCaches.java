package io.jenkins.plugins.gotoolchain.jenkins.block;

import hudson.FilePath;
import hudson.model.Node;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.gotoolchain.environment.GoSettings;
import io.jenkins.plugins.gotoolchain.environment.Setting;
import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;
import io.jenkins.plugins.gotoolchain.gocache.CacheSharing;
import io.jenkins.plugins.gotoolchain.gocache.CacheWish;
import io.jenkins.plugins.gotoolchain.gocache.GivenCaches;
import io.jenkins.plugins.gotoolchain.jenkins.buildcache.SharedResults;
import io.jenkins.plugins.gotoolchain.jenkins.configuration.GoCacheSettings;
import io.jenkins.plugins.gotoolchain.jenkins.login.SecretMask;
import io.jenkins.plugins.gotoolchain.jenkins.node.CachesFolder;
import io.jenkins.plugins.gotoolchain.jenkins.node.GiveCaches;
import io.jenkins.plugins.gotoolchain.jenkins.node.OutcomeLine;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import java.io.IOException;
import java.util.UUID;

/**
 * Where a block keeps modules and build results. Somewhere else than on the node itself, in a container, only what lies beside
 * the workspace is sure to be seen, so the caches are there.
 */
final class BlockCaches {

    /** The first go command that knows {@code -modcacherw}. */
    private static final GoVersion FIRST_WITH_WRITABLE_MODULES = new GoVersion("1.14");

    private static final String WRITABLE = "-modcacherw";

    private final String job;
    private final CacheSharing sharing;
    private final boolean unasked;
    private final boolean forked;
    private final FilePath folder;
    private final boolean elsewhere;
    private GivenCaches given;
    private SharedResults shared;
    private FilePath secretFolder;

    private BlockCaches(String job, CacheSharing sharing, boolean unasked, boolean forked, FilePath folder, boolean elsewhere) {
        this.job = job;
        this.sharing = sharing;
        this.unasked = unasked;
        this.forked = forked;
        this.folder = folder;
        this.elsewhere = elsewhere;
    }

    /**
     * @param asked by the block; null where it says nothing
     * @param temporary beside the workspace
     * @param elsewhere whether the block runs things elsewhere than on the node itself
     */
    static BlockCaches of(Run<?, ?> run, Node node, String asked, FilePath temporary, boolean elsewhere) throws IOException {
        String configured = GoCacheSettings.current().getSharing();
        String said = asked == null ? configured : asked;
        CacheSharing sharing = said == null ? CacheSharing.NODE : CacheSharing.parse(said);
        boolean forked = ForkedChange.isBuiltBy(run.getParent());
        if (forked && (sharing == CacheSharing.NODE || sharing == CacheSharing.GO)) {
            sharing = CacheSharing.READ_ONLY;
        }
        FilePath folder = sharing == CacheSharing.NONE
                ? temporary.child("go-caches-" + UUID.randomUUID())
                : elsewhere ? temporary.child("go-caches") : CachesFolder.of(node);
        return new BlockCaches(
                run.getParent().getFullName(), sharing, said == null && !forked, forked, folder, elsewhere);
    }

    /**
     * Makes them, and says where they are if that is not what everybody gets.
     *
     * @param settings of the block so far
     * @param around asks the go command in the environment that the block begins with
     * @param secrets a folder to be made beside the workspace, which goes with the block
     * @return these settings with the caches
     */
    GoSettings in(GoSettings settings, GoLaunch around, FilePath secrets, TaskListener log)
            throws IOException, InterruptedException {
        boolean own = unasked && (around.isSet(Setting.GOMODCACHE) || around.isSet(Setting.GOCACHE));
        if (sharing == CacheSharing.GO || own) {
            return settings;
        }
        BlockProof.Proven go = around.go();
        given = folder.act(new GiveCaches(new CacheWish(sharing, toolchain(go), go.home(), job)));
        if (!unasked) {
            log.getLogger().println(OutcomeLine.PREFIX + words() + ": GOMODCACHE=" + given.modules() + ", GOCACHE=" + given.results());
        }
        GoSettings with = settings.with(Setting.GOMODCACHE, given.modules()).with(Setting.GOCACHE, given.results());
        if ((elsewhere || sharing == CacheSharing.NONE) && go.version().compareTo(FIRST_WITH_WRITABLE_MODULES) >= 0) {
            with = with.with(Setting.GOFLAGS, writable(around.value(Setting.GOFLAGS, settings)));
        }
        if (given.seen() != null) {
            with = with.with(Setting.GOPROXY, url(given.seen()) + "," + around.value(Setting.GOPROXY, settings));
        }
        return around.isSet(Setting.GOCACHEPROG) ? with : sharing(with, go, secrets, log);
    }

    /** A container may have no Java, and then no build would work. */
    private GoSettings sharing(GoSettings settings, BlockProof.Proven go, FilePath secrets, TaskListener log)
            throws IOException, InterruptedException {
        if (elsewhere) {
            if (GoCacheSettings.current().getServer() != null) {
                log.getLogger().println(OutcomeLine.PREFIX + "The shared build cache is left out: this block runs things in a container,"
                        + " where the agent's Java need not be");
            }
            return settings;
        }
        shared = SharedResults.of(go.version(), toolchain(go), given, folder, secrets);
        if (shared == null) {
            return settings;
        }
        secretFolder = secrets;
        if (shared.host() != null) {
            log.getLogger().println(OutcomeLine.PREFIX + "Build results are shared with other agents by " + shared.host()
                    + (given.sharing() == CacheSharing.READ_ONLY ? ", and nothing is sent there" : ""));
        }
        return settings.with(Setting.GOCACHEPROG, shared.program());
    }

    /** Of the shared build cache; null where it has none. */
    SecretMask mask() {
        return shared == null ? null : shared.mask();
    }

    private String words() {
        String whose = switch (sharing) {
            case NODE -> "Caches of this node";
            case JOB -> "Caches of this job";
            case NONE -> "Caches of this block alone";
            default -> "Caches of this job, which reads the node's modules and adds none to them";
        };
        return forked ? "A change from a fork is built. " + whose : whose;
    }

    private static String writable(String flags) {
        return (" " + flags + " ").contains(" " + WRITABLE) ? flags : (flags + " " + WRITABLE).strip();
    }

    /** As {@code go help goproxy} has it. */
    private static String url(String folder) {
        String path = folder.replace('\\', '/').replace("%", "%25").replace(" ", "%20").replace(",", "%2C").replace("|", "%7C");
        return "file://" + (path.startsWith("/") ? "" : "/") + path;
    }

    /** A name of version and platform. */
    private static String toolchain(BlockProof.Proven go) {
        String home = go.home();
        String name = home.substring(Math.max(home.lastIndexOf('/'), home.lastIndexOf('\\')) + 1);
        return name.matches("go[0-9][0-9a-z.]*\\.[a-z0-9]+-[a-z0-9]+") ? name : "go" + go.version().text();
    }

    /** @return null where the block has none of ours */
    OpenCaches open() throws ConfigurationException {
        return given == null
                ? null
                : new OpenCaches(
                        folder.getRemote(), given, secretFolder == null ? null : secretFolder.getRemote(),
                        sharing == CacheSharing.NONE ? null : GoCacheSettings.current().limits());
    }
}
