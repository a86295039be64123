package io.jenkins.plugins.gotoolchain.archivecache;

import java.util.concurrent.atomic.LongAdder;

/** What the cache has done since it was opened. */
public final class CacheCounts {

    final LongAdder hits = new LongAdder();
    final LongAdder fills = new LongAdder();
    final LongAdder failures = new LongAdder();
    final LongAdder fetched = new LongAdder();
    final LongAdder shared = new LongAdder();
    final LongAdder given = new LongAdder();

    /** Archives that were there when they were asked for. */
    public long hits() {
        return hits.sum();
    }

    /** Archives that were fetched and proven. */
    public long fills() {
        return fills.sum();
    }

    /** Of these, the ones whose bytes came from a cache that several controllers share. */
    public long shared() {
        return shared.sum();
    }

    /** Attempts to do so that came to nothing. */
    public long failures() {
        return failures.sum();
    }

    /** Bytes of archives that came from sources. */
    public long fetched() {
        return fetched.sum();
    }

    /** Bytes of archives that went to nodes. */
    public long given() {
        return given.sum();
    }
}
