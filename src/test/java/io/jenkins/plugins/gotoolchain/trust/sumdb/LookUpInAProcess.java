package io.jenkins.plugins.gotoolchain.trust.sumdb;

import java.nio.file.Path;
import java.util.Random;

/** A process of its own that looks up in a growing database again and again, seeing its heads in any order. */
public final class LookUpInAProcess {

    static final int LARGEST = 600;

    private LookUpInAProcess() {}

    /** The same database in every process. */
    static OwnDatabase database(int size) {
        return OwnDatabase.with(TestKey.fixed("sum.example.com"), size, 10, OwnDatabase.lines());
    }

    public static void main(String[] args) throws Exception {
        OwnDatabase database = database(LARGEST);
        ChecksumDatabase client = new ChecksumDatabase(database.key.verifier(), database, Path.of(args[0]));
        Random random = new Random();
        for (int i = 0; i < 30; i++) {
            String answer = database.answer(i == 20 ? LARGEST : 11 + random.nextInt(LARGEST - 11));
            database.lie(OwnDatabase.LOOKUP, answer);
            client.lookup(OwnDatabase.MODULE, OwnDatabase.VERSION);
        }
    }
}
