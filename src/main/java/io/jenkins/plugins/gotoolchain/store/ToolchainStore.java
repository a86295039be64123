package io.jenkins.plugins.gotoolchain.store;

import io.jenkins.plugins.gotoolchain.failure.StoreException;
import io.jenkins.plugins.gotoolchain.failure.VerificationException;
import io.jenkins.plugins.gotoolchain.release.Platform;
import io.jenkins.plugins.gotoolchain.tree.TreeManifest;
import io.jenkins.plugins.gotoolchain.trust.Proof;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The toolchains of one node under one root. Any number of these, in any number of processes, may share a root.
 *
 * <p>To install: {@link #find}; where it is empty take {@link #lock} and {@link #find} again; where it is still empty
 * {@link #stage}, unpack, and {@link #publish}.
 */
public final class ToolchainStore {

    private static final long LONGEST_WAIT = 2 * 60 * 60 * 1000L;

    private final StoreRoot root;
    private final Clock clock;
    private final Gate gate;
    private final Finder finder;

    /** @param root may not be there yet: it is made when something is first written to it */
    public ToolchainStore(Path root) {
        this(root, Clock.systemUTC());
    }

    public ToolchainStore(Path root, Clock clock) {
        this.root = new StoreRoot(root);
        this.clock = clock;
        this.gate = new Gate(this.root);
        this.finder = new Finder(this.root, gate, clock);
    }

    /** As {@link #find(GoVersion, Platform, ReceiptDemands, Consumer)}, with no demands. */
    public Optional<Toolchain> find(GoVersion version, Platform platform, Consumer<String> notices)
            throws StoreException, InterruptedException {
        return finder.find(version, platform, ReceiptDemands.NONE, notices);
    }

    /**
     * The toolchain, if it is there and looks as it was proven. What a build executes is looked at by {@code stat}, the
     * whole tree as well when that was last done more than ten minutes ago.
     *
     * @param demands what its receipt must show; where it does not, the toolchain is stale: it is put aside, or, while
     *     it is in use, left where it is until another one is published in its place
     * @param notices told in one line what was damaged or stale and where it is now
     * @return empty where there is none to be used: it is to be provisioned anew
     */
    public Optional<Toolchain> find(
            GoVersion version, Platform platform, ReceiptDemands demands, Consumer<String> notices)
            throws StoreException, InterruptedException {
        return finder.find(version, platform, demands, notices);
    }

    /** Whether it is there and looks as it was proven. This is no use of it, and nothing is put aside. */
    public Optional<Toolchain> peek(GoVersion version, Platform platform) throws StoreException, InterruptedException {
        return finder.peek(version, platform);
    }

    /**
     * Waits until nobody else installs this toolchain, in this process or another. Not re-entrant.
     *
     * @param waiting told now and then who is waited for
     */
    public InstallLock lock(GoVersion version, Platform platform, Consumer<String> waiting)
            throws StoreException, InterruptedException {
        root.prepare();
        Path file = root.lockFile(StoreRoot.name(version, platform), "install");
        HeldLock lock = new LockWait("Go " + version + " for " + platform + " to be installed", file, waiting)
                .exclusive(LONGEST_WAIT);
        if (!lock.sayWho("process " + ProcessHandle.current().pid())) {
            lock.close();
            throw new InterruptedException();
        }
        return new InstallLock(lock);
    }

    /** As {@link #stage(GoVersion, Platform, long)}, without a look at the free space. */
    public Staging stage(GoVersion version, Platform platform) throws StoreException, InterruptedException {
        return stage(version, platform, 0);
    }

    /**
     * Sweeps what dead owners left, then makes an empty folder to unpack into.
     *
     * @param need how many bytes are going to be written
     * @throws StoreException where there is not that much space
     */
    public Staging stage(GoVersion version, Platform platform, long need) throws StoreException, InterruptedException {
        sweep();
        DiskSpace.require(root.path(), need, "Go " + version + " for " + platform);
        Path folder = root.unused(StoreRoot.STAGING, StoreRoot.name(version, platform));
        Path ownerFile = folder.resolveSibling(folder.getFileName() + Sweeper.OWNER);
        try (HeldLock held = gate.enter()) {
            HeldLock owner = HeldLock.tryExclusive(ownerFile);
            if (owner == null) {
                throw new IllegalStateException(ownerFile + " has a name that nobody else has");
            }
            try {
                Files.createDirectory(folder);
            } catch (IOException e) {
                owner.close();
                throw StoreFailure.of(e, "making a folder to unpack into", folder);
            }
            return new Staging(root, version, platform, folder, owner, ownerFile);
        }
    }

    /**
     * Gives a staged tree its final name, in one rename together with its receipt. Whatever stood under that name was
     * refused by {@link #find} and goes away first.
     *
     * @throws StoreException where the proof is not of this version, platform and tree, where the folder has not the
     *     files of the manifest with their sizes, or where the disk refuses; then nothing is published
     */
    public Toolchain publish(Staging staging, Proof proof, TreeManifest manifest, ReceiptDraft draft)
            throws StoreException, InterruptedException {
        Toolchain toolchain = new Publisher(root, gate, clock).publish(staging, proof, manifest, draft);
        staging.close();
        finder.wholeNow(toolchain.name());
        return toolchain;
    }

    /** All that have a toolchain's name, newest version first. */
    public List<Listed> list() throws StoreException {
        return new Inventory(root, clock).list();
    }

    /** Reads every byte of an installed toolchain, on two threads. Changes nothing. */
    public VerifyReport verify(GoVersion version, Platform platform) throws StoreException, InterruptedException {
        return new Auditor(root, gate, clock, Pace.FREE).verify(version, platform);
    }

    /** As {@link #verify(GoVersion, Platform)}. */
    public VerifyReport verify(Toolchain toolchain) throws StoreException, InterruptedException {
        return verify(toolchain.version(), toolchain.platform());
    }

    /**
     * Reads every byte of all toolchains, as far as the budget goes; what is not as it was proven is put aside, in use or
     * not. What was not come to is what the next audit begins with.
     */
    public AuditReport audit(AuditBudget budget) throws StoreException, InterruptedException {
        return new Audit(root, gate, clock, budget).run();
    }

    /**
     * Takes a toolchain that {@link #verify} found damaged out of sight, in use or not, so that it is provisioned anew.
     *
     * @return where it is now; empty where it was no longer there, or another one by now
     */
    public Optional<Path> putAside(GoVersion version, Platform platform, VerifyReport report)
            throws StoreException, InterruptedException {
        return new Auditor(root, gate, clock, Pace.FREE).putAside(version, platform, report);
    }

    /**
     * Has a receipt signed, after every byte was held against it.
     *
     * @throws VerificationException where the toolchain is not as it was proven
     */
    public void sign(Toolchain toolchain, ReceiptSigner signer)
            throws VerificationException, StoreException, InterruptedException {
        VerifyReport report = verify(toolchain);
        if (!report.isSound()) {
            throw new VerificationException(
                    toolchain + " is not as it was proven, so its receipt is not signed: " + report.summary(),
                    "have it put aside (go-toolchain verify " + toolchain.version() + ") and install it anew");
        }
        keep(toolchain.home(), signer.sign(toolchain.receiptBytes()));
    }

    /**
     * Keeps a signature that was made elsewhere; whether it is one shows when it is asked for.
     *
     * @param signature as {@link ReceiptSigner#sign} gives it
     */
    public void keepSignature(GoVersion version, Platform platform, String signature) throws StoreException {
        keep(root.home(version, platform), signature);
    }

    private static void keep(Path home, String signature) throws StoreException {
        try {
            ReceiptSignatures.add(home, signature);
        } catch (IOException e) {
            throw StoreFailure.of(e, "keeping the signature of a receipt", home);
        }
    }

    /**
     * Removes a toolchain.
     *
     * @param evenInUse whether to take it away from builds that use it
     * @return whether there was one
     * @throws StoreException where it is in use
     */
    public boolean remove(GoVersion version, Platform platform, boolean evenInUse)
            throws StoreException, InterruptedException {
        if (!Files.exists(root.home(version, platform), LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        Remover.Outcome outcome = new Remover(root, gate).remove(StoreRoot.name(version, platform), evenInUse);
        if (outcome == Remover.Outcome.IN_USE) {
            throw new StoreException(
                    "Go " + version + " for " + platform + " is in use, so it was not removed",
                    "wait until the builds that use it have ended, or force it");
        }
        return outcome == Remover.Outcome.REMOVED;
    }

    /** Removes the toolchains that may go by these rules, and what dead owners left. */
    public PruneReport prune(PruneRules rules) throws StoreException, InterruptedException {
        if (!rules.dryRun()) {
            sweep();
        }
        return new Pruner(new Inventory(root, clock), new Remover(root, gate), clock).prune(rules);
    }

    /**
     * Notes that the store is used under a catalogue of whoever provides toolchains.
     *
     * @param catalogue whose: letters and digits
     * @param number its number
     * @return the highest number of that catalogue that the store was used under so far, with this one
     */
    public long see(String catalogue, long number) throws StoreException, InterruptedException {
        if (!catalogue.matches("[A-Za-z0-9]{1,64}")) {
            throw new IllegalArgumentException("no name of a catalogue");
        }
        return new CatalogueSeen(root.lockFile(catalogue, "catalogue"), gate).see(number);
    }

    /** The version that counts for this store's users where nothing names one, as they wrote it. */
    public Optional<String> defaultVersion() throws StoreException {
        return new StoreDefault(root.path().resolve(StoreRoot.DEFAULT), gate).get();
    }

    /** @param version one line, kept as it is; null for none from now on */
    public void setDefaultVersion(String version) throws StoreException, InterruptedException {
        new StoreDefault(root.path().resolve(StoreRoot.DEFAULT), gate).set(version);
    }

    /** @throws StoreException where it was removed since it was found: find it again */
    public Lease lease(Toolchain toolchain) throws StoreException, InterruptedException {
        return new Leases(root, clock).take(toolchain);
    }

    /** Removes what dead owners left. Every {@link #stage} does this too. */
    public void sweep() throws StoreException, InterruptedException {
        new Sweeper(root, gate, clock).sweep();
    }

    /** The root; real path where it exists. */
    public Path root() throws StoreException {
        return root.path();
    }

    /** Where unfinished downloads are kept. */
    public Path partials() throws StoreException {
        root.prepare();
        return root.room(StoreRoot.PARTIAL);
    }

    /** Where answers of sources may be kept. */
    public Path cache() throws StoreException {
        root.prepare();
        return root.room(StoreRoot.CACHE);
    }

    /** Where the timelines of the last downloads are kept; not there before the first one. */
    public Path timelines() throws StoreException {
        return root.room(StoreRoot.TIMELINES);
    }

    /** What whoever runs the node should know about the root, such as that everyone may write to it. */
    public Optional<String> concern() throws StoreException {
        return root.concern();
    }
}
