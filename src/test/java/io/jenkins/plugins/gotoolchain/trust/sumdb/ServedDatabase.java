package io.jenkins.plugins.gotoolchain.trust.sumdb;

import io.jenkins.plugins.gotoolchain.failure.UnreachableException;
import java.nio.file.Path;
import java.util.Optional;

/** A checksum database with one entry for a toolchain, for tests of other packages. */
public final class ServedDatabase {

    private final OwnDatabase database;
    private final boolean reachable;

    private ServedDatabase(OwnDatabase database, boolean reachable) {
        this.database = database;
        this.reachable = reachable;
    }

    /** @param hash {@code h1:…} */
    public static ServedDatabase holding(String version, String hash) {
        String record = OwnDatabase.MODULE + " " + version + " " + hash + "\n";
        return new ServedDatabase(OwnDatabase.with(new TestKey("sum.example.com"), 300, 100, record), true);
    }

    public static ServedDatabase unreachable() {
        return new ServedDatabase(OwnDatabase.ofSize(1), false);
    }

    public String id() {
        return database.key.verifier().id();
    }

    public ChecksumDatabase client(Path stateFolder) {
        return new ChecksumDatabase(database.key.verifier(), new Reader(), stateFolder);
    }

    private final class Reader implements SumdbReader {
        @Override
        public Optional<byte[]> read(String path, int mostBytes) throws UnreachableException {
            if (!reachable) {
                throw new UnreachableException("nobody answers", "");
            }
            return database.read(path, mostBytes);
        }

        @Override
        public String from() {
            return "https://sumdb.example.com";
        }
    }
}
