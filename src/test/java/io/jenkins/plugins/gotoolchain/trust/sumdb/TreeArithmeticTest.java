package io.jenkins.plugins.gotoolchain.trust.sumdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pholser.junit.quickcheck.Property;
import com.pholser.junit.quickcheck.generator.InRange;
import com.pholser.junit.quickcheck.runner.JUnitQuickcheck;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.Test;
import org.junit.runner.RunWith;

/** The arithmetic of the tree against one that is kept whole in memory. */
@RunWith(JUnitQuickcheck.class)
public class TreeArithmeticTest {

    private static final int LARGEST = 65_537;
    private static final NaiveTree TREE = NaiveTree.ofSize(LARGEST);

    @Property(trials = 200)
    public void anyRecordOfAnyTreeIsReadFromItsTiles(
            @InRange(minInt = 1, maxInt = LARGEST) int size, @InRange(minInt = 0) int seed) throws Exception {
        int record = seed % size;

        AuthenticTiles tiles = authentic(size, Subtree.ofRecord(record));

        assertThat(tiles.hash(Subtree.ofRecord(record))).isEqualTo(TREE.leaf(record));
    }

    @Property(trials = 200)
    public void anyEarlierTreeIsFoundInALaterOne(
            @InRange(minInt = 1, maxInt = LARGEST) int size, @InRange(minInt = 0) int seed) throws Exception {
        int earlier = seed % (size + 1);

        AuthenticTiles tiles = authentic(size, Subtree.peaks(earlier).toArray(new Subtree[0]));

        assertThat(tiles.rootAt(earlier)).isEqualTo(TREE.root(earlier));
    }

    @Test
    public void sizesAroundAFullTileAndAFullTileOfTilesWork() throws Exception {
        for (int size : new int[] {1, 2, 3, 254, 255, 256, 257, 258, 511, 512, 513, 65_535, 65_536, 65_537}) {
            for (int record : new int[] {0, size / 2, size - 1}) {
                AuthenticTiles tiles = authentic(size, Subtree.ofRecord(record));
                assertThat(tiles.hash(Subtree.ofRecord(record))).as("%d of %d", record, size).isEqualTo(TREE.leaf(record));
            }
        }
    }

    @Test
    public void theEmptyTreeHasNoPeaksAndTheHashOfNothing() {
        assertThat(Subtree.peaks(0)).isEmpty();
        assertThat(Subtree.root(0, Map.of())).hasToString("47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    }

    @Test
    public void peaksAreTheBitsOfTheSizeFromTheLeft() {
        assertThat(Subtree.peaks(13)).containsExactly(new Subtree(3, 0), new Subtree(2, 2), new Subtree(0, 12));
    }

    @Property(trials = 300)
    public void aHugeTreeNeedsFewTilesAndAllOfThemAreInIt(
            @InRange(minLong = 1, maxLong = 999_999_999_999_999_999L) long size, @InRange(minLong = 0) long seed) {
        List<Tile> needed = AuthenticTiles.needed(size, Set.of(Subtree.ofRecord(seed % size)));

        assertThat(needed).hasSizeLessThanOrEqualTo(16).doesNotHaveDuplicates();
        for (Tile tile : needed) {
            assertThat(tile.width()).isBetween(1, Tile.FULL);
            assertThat((tile.index() * Tile.FULL + tile.width()) << tile.level() * Tile.HEIGHT).isLessThanOrEqualTo(size);
        }
    }

    @Test
    public void aTilesAddressIsGroupedByThousands() {
        assertThat(new Tile(0, 5, 256).path()).isEqualTo("tile/8/0/005");
        assertThat(new Tile(1, 1_234_067, 5).path()).isEqualTo("tile/8/1/x001/x234/067.p/5");
        assertThat(new Tile(3, 1_000, 256).path()).isEqualTo("tile/8/3/x001/000");
        assertThat(new Tile(0, 259_370, 1).fullPath()).isEqualTo("tile/8/0/x259/370");
    }

    @Test
    public void aRecordBehindTheTreesEndIsInNoTile() {
        assertThatThrownBy(() -> Tile.holding(Subtree.ofRecord(256), 256)).isInstanceOf(IllegalArgumentException.class);
    }

    /**
     * CVE-2026-56865: where several peaks of a tree are in one tile, the loop over the other tiles began too late and
     * let the first of them pass unchecked. Here every tile that is needed is damaged in turn, in trees with one peak
     * and with many.
     */
    @Test
    public void noTileEscapesAuthenticationHoweverManyPeaksShareATile() {
        for (int size : new int[] {1, 255, 256, 257, 259, 263, 511, 767, 1023, 65_535, 65_536, 65_537}) {
            for (int record : new int[] {0, size / 2, size - 1}) {
                Set<Subtree> wanted = Set.of(Subtree.ofRecord(record));
                for (Tile tile : AuthenticTiles.needed(size, wanted)) {
                    Map<Tile, byte[]> data = data(AuthenticTiles.needed(size, wanted));
                    data.get(tile)[(int) (new Random(size + record).nextInt(tile.length()))] ^= 4;

                    assertThatThrownBy(() -> AuthenticTiles.of(TREE.head(size), data))
                            .as("%s for record %d of %d", tile, record, size)
                            .isInstanceOf(AuthenticTiles.MismatchException.class);
                }
            }
        }
    }

    @Property(trials = 100)
    public void anyFlippedBitIsFound(
            @InRange(minInt = 1, maxInt = LARGEST) int size, @InRange(minInt = 0) int seed) {
        Random random = new Random(seed);
        List<Tile> needed = AuthenticTiles.needed(size, Set.of(Subtree.ofRecord(random.nextInt(size))));
        Map<Tile, byte[]> data = data(needed);
        byte[] flipped = data.get(needed.get(random.nextInt(needed.size())));
        flipped[random.nextInt(flipped.length)] ^= 1 << random.nextInt(8);

        assertThatThrownBy(() -> AuthenticTiles.of(TREE.head(size), data))
                .isInstanceOf(AuthenticTiles.MismatchException.class);
    }

    @Test
    public void tilesOfAnotherTreeOfTheSameSizeAreRefused() {
        NaiveTree other = new NaiveTree();
        for (int i = 0; i < 300; i++) {
            other.add("another " + i + "\n");
        }
        List<Tile> needed = AuthenticTiles.needed(300, Set.of(Subtree.ofRecord(7)));
        Map<Tile, byte[]> data = new HashMap<>();
        needed.forEach(tile -> data.put(tile, other.tile(tile)));

        assertThatThrownBy(() -> AuthenticTiles.of(TREE.head(300), data))
                .isInstanceOf(AuthenticTiles.MismatchException.class);
    }

    @Test
    public void aHashIsNotReadFromATileThatWasNotAskedFor() throws Exception {
        AuthenticTiles tiles = authentic(1000, Subtree.ofRecord(0));

        assertThatThrownBy(() -> tiles.hash(Subtree.ofRecord(300))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    public void aTileThatIsMissingOrTooShortIsNotAuthenticated() {
        List<Tile> needed = AuthenticTiles.needed(300, Set.of(Subtree.ofRecord(7)));
        for (Tile tile : needed) {
            Map<Tile, byte[]> data = data(needed);
            data.put(tile, new byte[tile.length() - Hash.SIZE]);
            assertThatThrownBy(() -> AuthenticTiles.of(TREE.head(300), data))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static AuthenticTiles authentic(int size, Subtree... wanted) throws Exception {
        return AuthenticTiles.of(TREE.head(size), data(AuthenticTiles.needed(size, List.of(wanted))));
    }

    private static Map<Tile, byte[]> data(List<Tile> tiles) {
        Map<Tile, byte[]> data = new HashMap<>();
        tiles.forEach(tile -> data.put(tile, TREE.tile(tile)));
        return data;
    }
}
