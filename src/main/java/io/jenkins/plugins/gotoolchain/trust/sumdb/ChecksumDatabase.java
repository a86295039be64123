package io.jenkins.plugins.gotoolchain.trust.sumdb;

import io.jenkins.plugins.gotoolchain.failure.StoreException;
import io.jenkins.plugins.gotoolchain.failure.UnreachableException;
import io.jenkins.plugins.gotoolchain.failure.VerificationException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Looks modules up in a checksum database and believes nothing that is not proven. Safe for use by several threads, and
 * by several processes with one state folder.
 */
public final class ChecksumDatabase {

    private static final int LONGEST_ANSWER = 1 << 20;

    private final ChecksumKey key;
    private final SumdbReader reader;
    private final SignedTree tree;
    private final Map<String, FutureTask<SumdbEntry>> begun = new ConcurrentHashMap<>();

    /**
     * @param key whose signature is believed
     * @param reader how to get at the database's documents
     * @param stateFolder keeps the newest signed tree and authenticated tiles, in a folder for each key; made where
     *     it is not there. Losing it loses the memory that the database must not go back
     */
    public ChecksumDatabase(ChecksumKey key, SumdbReader reader, Path stateFolder) {
        Path own = stateFolder.resolve(folderName(key.id()));
        TileCache cache = new TileCache(own);
        this.key = key;
        this.reader = reader;
        this.tree = new SignedTree(key, reader, new KeptHead(own, key), cache);
    }

    private static String folderName(String id) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            boolean plain = c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '.' || c == '-' || c == '+';
            name.append(plain ? c : '_');
        }
        return name.toString();
    }

    /** Name and key hash: {@code sum.golang.org+033de0ae}. */
    public String id() {
        return key.id();
    }

    /** Begins a look-up in the background; {@link #lookup} of the same module takes its result. Never fails. */
    public void prefetch(String module, String version) {
        FutureTask<SumdbEntry> task = new FutureTask<>(() -> lookupNow(module, version));
        if (begun.putIfAbsent(module + "@" + version, task) == null) {
            Thread thread = new Thread(task, "checksum database look-up");
            thread.setDaemon(true);
            thread.start();
        }
    }

    /**
     * @param module path, {@code golang.org/toolchain}
     * @param version {@code v0.0.1-go1.24.1.linux-amd64}
     * @throws VerificationException where the database has no such entry, or what it says cannot be believed
     * @throws UnreachableException where it does not answer, or not with what a checksum database answers
     * @throws StoreException where the newest signed tree cannot be read or kept
     */
    public SumdbEntry lookup(String module, String version)
            throws VerificationException, UnreachableException, StoreException, InterruptedException {
        FutureTask<SumdbEntry> task = begun.remove(module + "@" + version);
        if (task == null) {
            return lookupNow(module, version);
        }
        try {
            return task.get();
        } catch (InterruptedException e) {
            task.cancel(true);
            throw e;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof VerificationException wrong) {
                throw wrong;
            }
            if (e.getCause() instanceof StoreException broken) {
                throw broken;
            }
            if (e.getCause() instanceof UnreachableException) {
                return lookupNow(module, version);
            }
            throw Causes.rethrow(e);
        }
    }

    private SumdbEntry lookupNow(String module, String version)
            throws VerificationException, UnreachableException, StoreException, InterruptedException {
        Optional<SumdbEntry> found = find(module, version);
        if (found.isPresent()) {
            return found.get();
        }
        throw new VerificationException(
                "the checksum database " + key.id() + ", read through " + reader.from() + ", has no entry for " + module
                        + "@" + version,
                "check the version; where this is a proxy's copy of the database, ask whoever runs it");
    }

    /**
     * As {@link #lookup}, but asks anew each time, and that there is no entry is an answer.
     *
     * @return empty where the database says that it has none, which nothing proves
     */
    public Optional<SumdbEntry> find(String module, String version)
            throws VerificationException, UnreachableException, StoreException, InterruptedException {
        Optional<byte[]> answer =
                reader.read("lookup/" + EscapedModule.path(module) + "@" + EscapedModule.version(version), LONGEST_ANSWER);
        if (answer.isEmpty()) {
            return Optional.empty();
        }
        try {
            ChecksumRecord record = ChecksumRecord.parse(answer.get());
            TreeHead came = TreeHead.parse(SignedNote.open(record.note(), key), record.note());
            TreeHead in = tree.include(came, record.number(), record.leaf());
            return Optional.of(entry(module, version, record, in));
        } catch (MalformedException e) {
            throw new UnreachableException(
                    "the checksum database " + key.id() + ", read through " + reader.from()
                            + ", does not answer as it should for " + module + "@" + version + ": " + e.getMessage(),
                    "see whether something else answers in its place, such as a login page or a proxy's error page");
        }
    }

    private SumdbEntry entry(String module, String version, ChecksumRecord record, TreeHead in)
            throws VerificationException, UnreachableException, InterruptedException, MalformedException {
        String moduleHash = record.hashOf(module, version);
        if (moduleHash == null) {
            throw new VerificationException(
                    "the checksum database " + key.id() + ", read through " + reader.from() + ", answered with record "
                            + record.number() + ", which has no hash for " + module + "@" + version + " but:\n"
                            + Shown.indented(record.text()),
                    "nothing was installed; what stands between here and the checksum database answers with other"
                            + " records than were asked for: look at that proxy first");
        }
        return new SumdbEntry(moduleHash, key.id(), record.number(), in.size(), in.root().toString(), reader.from());
    }
}
