package io.jenkins.plugins.gotoolchain.trust.sumdb;

import io.jenkins.plugins.gotoolchain.failure.DisagreementException;
import io.jenkins.plugins.gotoolchain.failure.StoreException;
import io.jenkins.plugins.gotoolchain.failure.UnreachableException;
import io.jenkins.plugins.gotoolchain.failure.VerificationException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The database's one history: a tree head that belongs to it, and hashes read from a tree. */
final class SignedTree {

    /** Each turn another process has kept a head meanwhile. */
    private static final int MOST_TURNS = 64;

    private final ChecksumKey key;
    private final SumdbReader reader;
    private final KeptHead kept;
    private final TileCache cache;
    private final TileReader tiles;

    SignedTree(ChecksumKey key, SumdbReader reader, KeptHead kept, TileCache cache) {
        this.key = key;
        this.reader = reader;
        this.kept = kept;
        this.cache = cache;
        this.tiles = new TileReader(reader, cache);
    }

    /**
     * Shows that a record with this leaf hash is in the newest tree known, which the tree head that came with it agrees
     * with, and keeps that head if it is the newer one.
     *
     * @return the tree that has the record
     */
    TreeHead include(TreeHead came, long record, Hash leaf)
            throws VerificationException, UnreachableException, StoreException, InterruptedException {
        TreeHead known = kept.read();
        for (int turn = 0; turn < MOST_TURNS; turn++) {
            TreeHead newer = came.size() > known.size() ? came : known;
            TreeHead older = newer == came ? known : came;
            check(older, newer, record, leaf);
            if (newer == known || kept.replace(known, came)) {
                return newer;
            }
            known = kept.read();
        }
        throw new StoreException(
                "the newest signed tree of " + key.name() + " could not be kept: others replace it all the time", "try again");
    }

    private void check(TreeHead older, TreeHead newer, long record, Hash leaf)
            throws VerificationException, UnreachableException, InterruptedException {
        if (record >= newer.size()) {
            throw new VerificationException(
                    "the checksum database " + key.id() + ", read through " + reader.from() + ", names record " + record
                            + " of a tree that has only " + newer.size(),
                    ADVICE);
        }
        if (older.size() == newer.size() && !older.root().equals(newer.root())) {
            throw fork(older, newer, newer.root());
        }
        Subtree wanted = Subtree.ofRecord(record);
        List<Subtree> all = new ArrayList<>(Subtree.peaks(older.size()));
        all.add(wanted);
        AuthenticTiles authentic = authenticate(older, newer, all);
        if (!authentic.rootAt(older.size()).equals(older.root())) {
            throw fork(older, newer, authentic.rootAt(older.size()));
        }
        if (!authentic.hash(wanted).equals(leaf)) {
            throw new VerificationException(
                    "the checksum database " + key.id() + ", read through " + reader.from() + ", gave a record " + record
                            + " that is not the one in its signed tree",
                    ADVICE);
        }
    }

    private AuthenticTiles authenticate(TreeHead older, TreeHead newer, Collection<Subtree> wanted)
            throws VerificationException, UnreachableException, InterruptedException {
        List<Tile> needed = AuthenticTiles.needed(newer.size(), wanted);
        Map<Tile, byte[]> data = tiles.cached(needed);
        boolean anyCached = !data.isEmpty();
        List<Tile> missing = new ArrayList<>(needed);
        missing.removeAll(data.keySet());
        data.putAll(tiles.fetch(missing));
        AuthenticTiles authentic;
        try {
            authentic = AuthenticTiles.of(newer, data);
        } catch (AuthenticTiles.MismatchException e) {
            if (!anyCached) {
                throw contradiction(older, newer, e);
            }
            authentic = authenticateAfresh(older, newer, needed);
        }
        for (Map.Entry<Tile, byte[]> tile : authentic.all().entrySet()) {
            cache.keep(tile.getKey(), tile.getValue());
        }
        return authentic;
    }

    /** Without the cache: a file that was damaged there must not look like a lying database. */
    private AuthenticTiles authenticateAfresh(TreeHead older, TreeHead newer, List<Tile> needed)
            throws VerificationException, UnreachableException, InterruptedException {
        try {
            return AuthenticTiles.of(newer, tiles.fetch(needed));
        } catch (AuthenticTiles.MismatchException e) {
            throw contradiction(older, newer, e);
        }
    }

    /** The older head is shown as well: where it came just now, these may be the tiles of another history. */
    private VerificationException contradiction(TreeHead older, TreeHead newer, AuthenticTiles.MismatchException e)
            throws UnreachableException, InterruptedException {
        String other = older.note().isEmpty() || older.note().equals(newer.note())
                ? ""
                : "\n    another tree that it signed:\n" + Shown.indented(older.note());
        return new VerificationException(
                "the checksum database " + key.id() + ", read through " + reader.from() + ", contradicts a tree it"
                        + " signed: " + e.getMessage() + "\n    the tree:\n" + Shown.indented(newer.note()) + other,
                ADVICE);
    }

    private DisagreementException fork(TreeHead older, TreeHead newer, Hash inNewer)
            throws UnreachableException, InterruptedException {
        String about = "the first " + older.size() + " records of the checksum database " + key.id();
        return new DisagreementException(
                "the checksum database " + key.id() + ", read through " + reader.from() + ", has signed two trees that"
                        + " disagree about their first " + older.size() + " records:\n    the one:\n"
                        + Shown.indented(older.note()) + "\n    the other, in which these records have the root " + inNewer
                        + ":\n" + Shown.indented(newer.note()),
                about,
                List.of(statement(older, older.root()), statement(newer, inNewer)),
                "nothing was installed; keep both texts: together they prove that the database, or whoever has its key,"
                        + " shows different histories to different people. Report it to whoever runs the database");
    }

    private static DisagreementException.Statement statement(TreeHead tree, Hash root) {
        return new DisagreementException.Statement(root.toString(), "its signed tree of " + tree.size() + " records");
    }

    private static final String ADVICE = "nothing was installed; what stands between here and the checksum database"
            + " changes what it says: look at that proxy first";
}
