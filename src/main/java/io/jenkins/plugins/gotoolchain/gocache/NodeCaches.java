package io.jenkins.plugins.gotoolchain.gocache;

import io.jenkins.plugins.gotoolchain.failure.StoreException;
import io.jenkins.plugins.gotoolchain.store.UseLock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The caches of one node and user, in one folder. Any number of processes may use it at once.
 *
 * <pre>
 * mod/                            GOMODCACHE of all builds
 * build/go1.24.1.linux-amd64/     GOCACHE of all builds with that toolchain
 * build/go1.24.1.linux-amd64.home where that toolchain is
 * jobs/&lt;digest&gt;/mod, build        the same of one job; name and used beside them
 * jobs/&lt;digest&gt;/seen              links to what mod/ has, as a module proxy
 * lock                            shared by builds; whoever removes modules or folders has it alone
 * trimmed                         when that was looked at last
 * </pre>
 */
public final class NodeCaches {

    static final String HOME = ".home";

    private final Path root;
    private final Clock clock;

    /** @param root made where it is missing */
    public NodeCaches(Path root) {
        this(root, Clock.systemUTC());
    }

    NodeCaches(Path root, Clock clock) {
        this.root = root;
        this.clock = clock;
    }

    /**
     * The folder of one user below a folder that several may share.
     *
     * @param user of the operating system
     */
    public static Path of(Path shared, String user) {
        boolean plain = user.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
        return shared.resolve(plain ? user : "user-" + digest(user));
    }

    /** @throws StoreException where a folder cannot be made, or is none */
    public GivenCaches give(CacheWish wish) throws StoreException {
        Path base = wish.sharing() == CacheSharing.NODE ? root : root.resolve("jobs").resolve(digest(wish.job()));
        Path modules = base.resolve("mod");
        Path results = base.resolve("build").resolve(wish.toolchain());
        makeFolder(modules);
        makeFolder(results);
        try {
            Files.writeString(results.resolveSibling(wish.toolchain() + HOME), wish.home());
            if (!base.equals(root)) {
                Files.writeString(base.resolve("name"), wish.job());
                Files.writeString(base.resolve("used"), "");
                Files.setLastModifiedTime(base.resolve("used"), FileTime.from(clock.instant()));
            }
        } catch (IOException e) {
            throw cannot(base, e);
        }
        boolean reads = wish.sharing() == CacheSharing.READ_ONLY;
        Path seen = reads ? new SeenModules(root.resolve("mod"), base.resolve("seen")).link() : null;
        Path seenResults = root.resolve("build").resolve(wish.toolchain());
        return new GivenCaches(wish.sharing(), modules.toString(), results.toString(), seen == null ? null : seen.toString(),
                reads && Files.isDirectory(seenResults) ? seenResults.toString() : null, clock.millis());
    }

    /** Keeps what is in them from going, until it is closed. */
    public UseLock use() throws StoreException, InterruptedException {
        makeFolder(root);
        return UseLock.share(lock(), "the Go caches in " + root + " to be usable");
    }

    /** What has come into them since they were given. */
    public CacheNews news(GivenCaches given) {
        return News.since(Path.of(given.modules()), Path.of(given.results()), given.since());
    }

    /**
     * Lets go what is beyond the limits; looks for it a few times a day, however often it is called.
     *
     * @return empty where it was looked for not long ago
     */
    public Optional<Trimmed> trimWhenDue(CacheLimits limits) throws StoreException {
        Path mark = root.resolve("trimmed");
        try {
            if (Files.exists(mark) && clock.millis() - Files.getLastModifiedTime(mark).toMillis() < Trimming.EVERY.toMillis()) {
                return Optional.empty();
            }
            makeFolder(root);
            Files.writeString(mark, "");
            Files.setLastModifiedTime(mark, FileTime.from(clock.instant()));
        } catch (IOException e) {
            throw cannot(root, e);
        }
        return Optional.of(trim(limits));
    }

    /** Lets go what is beyond the limits, now. What builds may be using stays. */
    public Trimmed trim(CacheLimits limits) throws StoreException {
        makeFolder(root);
        Trimming trimming = new Trimming(root, limits, clock);
        try (UseLock alone = UseLock.alone(lock()).orElse(null)) {
            return trimming.run(alone != null);
        } catch (IOException e) {
            throw cannot(root, e);
        }
    }

    private Path lock() {
        return root.resolve("lock");
    }

    private static void makeFolder(Path folder) throws StoreException {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw cannot(folder, e);
        }
    }

    private static StoreException cannot(Path where, IOException e) {
        Path inTheWay = where;
        while (inTheWay != null && !Files.exists(inTheWay, LinkOption.NOFOLLOW_LINKS)) {
            inTheWay = inTheWay.getParent();
        }
        String why = inTheWay == null || Files.isDirectory(inTheWay) ? e.toString() : inTheWay + " is a file, or a link to nowhere";
        return new StoreException("The Go caches cannot be at " + where + ": " + why, List.of(),
                "make room for folders of the user " + System.getProperty("user.name")
                        + " there, choose another folder for the caches, or the caches \"go\" or \"none\"", e);
    }

    static String digest(String text) {
        try {
            byte[] all = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(all, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
